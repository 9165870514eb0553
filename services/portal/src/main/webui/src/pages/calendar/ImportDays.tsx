import { CATALOG } from '../../api/catalog';
import { query, upload } from '../../api/client';
import { LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

/** Takes the days of a year from CSV text, as the notice of the State Council is often passed on. */
export function ImportDays({ year, version }: { year: number; version?: string }) {
  const { t } = useTexts();
  const form = useForm({ source: '', csv: '' }, async ({ source, csv }) => {
    const path = `${CATALOG}/calendar/years/${year}/days${query({ source })}`;
    await upload(path, new Blob([csv]), 'text/csv', { method: 'PUT', version });
  });
  return (
    <FormDialog
      title={t('calendar.importOf', { year })}
      text={t('calendar.import')}
      confirm={t('calendar.import')}
      form={form}
      variant="secondary"
      testId="import-days"
    >
      <TextField
        {...form.field('source')}
        label={t('calendar.source')}
        hint={t('calendar.sourceHint')}
        required
      />
      <LongTextField
        {...form.field('csv')}
        rows={12}
        label="CSV"
        hint={t('calendar.csvHint')}
        required
      />
    </FormDialog>
  );
}
