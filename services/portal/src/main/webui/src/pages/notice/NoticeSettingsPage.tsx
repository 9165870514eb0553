import { Alert, Checkbox, Form, FormGroup, Grid, GridItem } from '@patternfly/react-core';
import { useState } from 'react';
import { CATALOG, type NoticeSettings } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { useVersioned } from '../../api/hooks';
import { Panel } from '../../components/Facts';
import { ChoiceField, TextField } from '../../components/Fields';
import { FormActions } from '../../components/FormActions';
import { PageFrame } from '../../components/PageFrame';
import { ProblemAlert, Remote } from '../../components/Remote';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

/** How the user is told of things. */
export function NoticeSettingsPage() {
  const { t } = useTexts();
  const settings = useVersioned<NoticeSettings>(`${CATALOG}/notice-settings`);
  return (
    <PageFrame
      title={t('menu.noticeSettings')}
      lead={t('notice.settingsLead')}
      crumbs={[{ to: '/notices', text: t('menu.notices') }]}
    >
      <Remote query={settings}>{(found) => <Settings key={found.version} found={found} />}</Remote>
    </PageFrame>
  );
}

function Settings({ found: { data, version } }: { found: Versioned<NoticeSettings> }) {
  const { t, code, time } = useTexts();
  const [saved, setSaved] = useState(false);
  const form = useForm(
    { email: data.email ?? '', language: data.language, emailKinds: new Set(data.emailKinds) },
    async (values) => {
      setSaved(false);
      await send(
        'PUT',
        `${CATALOG}/notice-settings`,
        {
          email: values.email.trim() || null,
          language: values.language,
          emailKinds: [...values.emailKinds],
        },
        version,
      );
      setSaved(true);
    },
  );
  const { emailKinds } = form.values;
  return (
    <Form onSubmit={(event) => void form.submit(event)}>
      {form.problem !== null && (
        <ProblemAlert error={form.problem} hiddenFields={(field) => field in form.values} />
      )}
      {saved && <Alert component="p" variant="success" isInline title={t('notice.saved')} />}
      {!data.emailAvailable && (
        <Alert component="p" variant="info" isInline title={t('notice.noEmail')} />
      )}
      {data.refusal && (
        <Alert
          component="p"
          variant="warning"
          isInline
          title={t('notice.refused', { at: time(data.refusal.at), reason: data.refusal.reason })}
        />
      )}
      <Panel title={t('notice.email')}>
        <Grid hasGutter md={6}>
          <GridItem>
            <TextField
              {...form.field('email')}
              label={t('notice.email')}
              hint={t('notice.emailHint')}
            />
          </GridItem>
          <GridItem>
            <ChoiceField
              {...form.field('language')}
              label={t('notice.language')}
              options={['zh', 'en'].map((value) => ({ value, text: code('language', value) }))}
            />
          </GridItem>
        </Grid>
        <FormGroup role="group" label={t('notice.emailKinds')} fieldId="email-kinds">
          {data.kinds.map(({ kind, label }) => (
            <Checkbox
              key={kind}
              id={`kind-${kind}`}
              label={label}
              isChecked={emailKinds.has(kind)}
              onChange={(_, on) =>
                form.set({
                  emailKinds: new Set(
                    on ? [...emailKinds, kind] : [...emailKinds].filter((other) => other !== kind),
                  ),
                })
              }
            />
          ))}
        </FormGroup>
      </Panel>
      <FormActions text={t('notice.save')} busy={form.busy} back="/notices" />
    </Form>
  );
}
