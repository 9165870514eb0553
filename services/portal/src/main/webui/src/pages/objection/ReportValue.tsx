import { useNavigate } from 'react-router';
import { CATALOG, type Objection } from '../../api/catalog';
import { send } from '../../api/client';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

/** Reports a wrong value of one of these items. */
export function ReportValue({ items }: { items: { id: string; name: string }[] }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const form = useForm(
    { itemId: '', rowKey: '', foundValue: '', expectedValue: '', evidence: '' },
    async (values) => {
      const { data } = await send<Objection>('POST', `${CATALOG}/objections`, {
        ...values,
        itemId: values.itemId || null,
        expectedValue: values.expectedValue.trim() || null,
      });
      await navigate(`/objections/${data.id}`);
    },
  );
  return (
    <FormDialog
      title={t('objection.report')}
      confirm={t('objection.send')}
      form={form}
      variant="secondary"
      testId="report-value"
    >
      <ChoiceField
        {...form.field('itemId')}
        label={t('objection.item')}
        required
        placeholder={t('field.choose')}
        options={items.map((item) => ({ value: item.id, text: item.name }))}
      />
      <TextField
        {...form.field('rowKey')}
        label={t('objection.rowKey')}
        hint={t('objection.rowKeyHint')}
        required
      />
      <TextField {...form.field('foundValue')} label={t('objection.found')} required />
      <TextField {...form.field('expectedValue')} label={t('objection.expected')} />
      <LongTextField {...form.field('evidence')} label={t('objection.evidence')} required />
    </FormDialog>
  );
}
