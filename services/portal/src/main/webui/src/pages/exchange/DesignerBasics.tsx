import { Grid, GridItem } from '@patternfly/react-core';
import { type Domain, MODES, SUITES } from '../../api/exchange';
import { Panel } from '../../components/Facts';
import { ChoiceField, TextField } from '../../components/Fields';
import type { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import type { ServiceForm } from './serviceForm';

/** Name, code, domain, process, mode and algorithms of a service. */
export function DesignerBasics({
  form,
  domains,
  exists,
}: {
  form: ReturnType<typeof useForm<ServiceForm>>;
  domains: Domain[];
  /** Whether the service exists already, and so has its code. */
  exists?: boolean;
}) {
  const { t, code } = useTexts();
  const hints: Record<string, string> = {
    FULL: t('designer.fullHint'),
    INCREMENT: t('designer.incrementHint'),
    CAPTURE: t('designer.captureHint'),
  };
  return (
    <Panel title={t('service.basics')}>
      <Grid hasGutter md={6}>
        <GridItem>
          <TextField {...form.field('name')} label={t('service.name')} required />
        </GridItem>
        <GridItem>
          <TextField
            {...form.field('code')}
            label={t('service.code')}
            required
            readOnly={exists}
            hint={t(exists ? 'designer.codeStays' : 'designer.codeHint')}
          />
        </GridItem>
        <GridItem md={4}>
          <ChoiceField
            {...form.field('domain')}
            label={t('service.domain')}
            required
            placeholder={t('field.choose')}
            options={domains.map((d) => ({ value: d.code, text: d.name }))}
          />
        </GridItem>
        <GridItem md={4}>
          <TextField
            {...form.field('process')}
            label={t('service.process')}
            required
            hint={t('designer.processHint')}
          />
        </GridItem>
        <GridItem md={4}>
          <ChoiceField
            {...form.field('mode')}
            label={t('service.mode')}
            required
            options={MODES.map((m) => ({ value: m, text: code('mode', m) }))}
            hint={hints[form.values.mode]}
          />
        </GridItem>
        {form.values.mode === 'FULL' && (
          <GridItem md={4}>
            <ChoiceField
              {...form.field('replaces')}
              label={t('replacement.field')}
              required
              options={['no', 'yes'].map((value) => ({
                value,
                text: t(value === 'yes' ? 'replacement.yes' : 'replacement.no'),
              }))}
              hint={t(
                form.values.replaces === 'yes' ? 'replacement.yesHint' : 'replacement.noHint',
              )}
            />
          </GridItem>
        )}
        <GridItem md={4}>
          <ChoiceField
            {...form.field('suite')}
            label={t('service.suite')}
            required
            options={SUITES.map((s) => ({ value: s, text: code('suite', s) }))}
            hint={t('designer.suiteHint')}
          />
        </GridItem>
      </Grid>
    </Panel>
  );
}
