import { useNavigate } from 'react-router';
import { type AccessRequest, CATALOG, type Grant } from '../../api/catalog';
import { send } from '../../api/client';
import { LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

/** Asks for a grant to be prolonged. */
export function RenewButton({ grant }: { grant: Grant }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const form = useForm({ validUntil: '', reason: '' }, async (values) => {
    const { data } = await send<AccessRequest>('POST', `${CATALOG}/requests/renewals`, {
      grantId: grant.id,
      validUntil: values.validUntil || null,
      reason: values.reason,
    });
    await navigate(`/requests/${data.id}`);
  });
  return (
    <FormDialog
      title={t('grant.renew')}
      confirm={t('grant.renew')}
      form={form}
      variant="secondary"
      testId="renew"
    >
      <TextField {...form.field('validUntil')} type="date" label={t('grant.renewUntil')} required />
      <LongTextField {...form.field('reason')} label={t('grant.renewReason')} required />
    </FormDialog>
  );
}
