import { useNavigate } from 'react-router';
import { send } from '../../api/client';
import { EXCHANGE, type Run, type ServiceDetail } from '../../api/exchange';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { keysOf, rangeColumns } from './resend';

/** Has rows sent again, by keys or by a range of a column. */
export function ResendDialog({ service }: { service: ServiceDetail }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const blank = { keys: '', column: service.source.watermarkColumn ?? '', from: '', until: '' };
  const form = useForm(blank, async (values) => {
    const run = await send<Run>('POST', `${EXCHANGE}/services/${service.id}/resends`, {
      keys: keysOf(values.keys),
      column: values.column || null,
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
      <ChoiceField
        {...form.field('column')}
        label={t('resend.column')}
        hint={t('resend.columnHint')}
        placeholder={t('field.choose')}
        options={rangeColumns(service).map((name) => ({ value: name, text: name }))}
      />
      <TextField {...form.field('from')} label={t('resend.from')} hint={t('resend.rangeHint')} />
      <TextField {...form.field('until')} label={t('resend.until')} hint={t('resend.rangeHint')} />
    </FormDialog>
  );
}
