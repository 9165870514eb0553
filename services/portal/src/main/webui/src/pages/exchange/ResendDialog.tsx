import { useNavigate } from 'react-router';
import { send } from '../../api/client';
import { EXCHANGE, type Run, type ServiceDetail } from '../../api/exchange';
import { LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { keysOf } from './resend';

/** Has rows sent again, by keys or by a range of the watermark. */
export function ResendDialog({ service }: { service: ServiceDetail }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const form = useForm({ keys: '', from: '', until: '' }, async (values) => {
    const run = await send<Run>('POST', `${EXCHANGE}/services/${service.id}/resends`, {
      keys: keysOf(values.keys),
      from: values.from.trim() || null,
      until: values.until.trim() || null,
    });
    void navigate(`/exchange/runs/${run.data.id}`);
  });
  const columns = service.source.keyColumns?.join(', ') ?? '';
  return (
    <FormDialog
      title={t('resend.title')}
      confirm={t('resend.start')}
      form={form}
      variant="secondary"
      testId="resend"
    >
      <p>{t(service.mode === 'CAPTURE' ? 'resend.leadCapture' : 'resend.lead')}</p>
      <LongTextField
        {...form.field('keys')}
        label={t('resend.keys')}
        hint={t('resend.keysHint', { columns })}
      />
      {service.source.watermarkColumn && (
        <>
          <TextField
            {...form.field('from')}
            label={t('resend.from')}
            hint={t('resend.rangeHint')}
          />
          <TextField
            {...form.field('until')}
            label={t('resend.until')}
            hint={t('resend.rangeHint')}
          />
        </>
      )}
    </FormDialog>
  );
}
