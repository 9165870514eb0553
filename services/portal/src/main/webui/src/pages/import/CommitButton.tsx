import { useState } from 'react';
import { CATALOG, type Import } from '../../api/catalog';
import { send } from '../../api/client';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ChoiceField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { CampaignField } from '../campaign/CampaignField';

/** Imports what was checked: as drafts, or by the publisher as an approved catalogue taken over. */
export function CommitButton({ found }: { found: Import }) {
  const { t, code } = useTexts();
  const me = useUser();
  const [targets] = useState(() => (may(me, 'takeOver') ? ['DRAFT', 'PUBLISHED'] : ['DRAFT']));
  const form = useForm(
    {
      as: found.as ?? 'DRAFT',
      approval: found.approval ?? '',
      campaignId: found.campaignId ?? '',
    } as Order,
    (order) =>
      send(
        'POST',
        `${CATALOG}/imports/${found.id}/commit`,
        {
          mode: found.counts.faulty > 0 ? 'GOOD' : 'ALL',
          as: order.as,
          campaignId: order.campaignId || null,
          approval: order.as === 'PUBLISHED' ? order.approval.trim() || null : null,
        },
        `"${found.revision}"`,
      ).then(() => undefined),
  );
  const text = found.state === 'COMMITTING' ? t('import.resume') : t('import.commit');
  return (
    <FormDialog title={text} confirm={text} form={form} testId="commit">
      <p>{t('import.commitLead')}</p>
      <ChoiceField
        {...form.field('as')}
        label={t('import.as')}
        options={targets.map((value) => ({ value, text: code('importTarget', value) }))}
      />
      <CampaignField
        {...form.field('campaignId')}
        label={code('resourceField', 'campaignId')}
        department={may(me, 'takeOver') ? null : me.department?.code}
        none={t('compile.noCampaign')}
        hint={t('import.campaignHint')}
      />
      {form.values.as === 'PUBLISHED' && (
        <TextField
          {...form.field('approval')}
          label={t('import.approval')}
          hint={t('import.approvalHint')}
          required
        />
      )}
    </FormDialog>
  );
}

type Order = { as: string; approval: string; campaignId: string };
