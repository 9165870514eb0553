import { useNavigate } from 'react-router';
import { CATALOG, type Objection } from '../../api/catalog';
import { send } from '../../api/client';
import {
  type Autosave,
  AutosaveLine,
  AutosaveNotice,
  Autosaved,
  type Kept,
  useAutosave,
} from '../../components/Autosaved';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

const EMPTY = { itemId: '', rowKey: '', foundValue: '', expectedValue: '', evidence: '' };

type Values = typeof EMPTY;

interface ReportValueProps {
  /** What the items are held by. */
  grantId: string;
  items: { id: string; name: string }[];
}

/** Reports a wrong value of one of these items; what is typed is kept. */
export function ReportValue(props: ReportValueProps) {
  return (
    <Autosaved<Values> form="objection" of={props.grantId} quiet>
      {(kept) => <Report {...props} kept={kept} />}
    </Autosaved>
  );
}

function Report({ items, kept }: ReportValueProps & { kept: Kept<Values> }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const form = useForm<Values>(kept.values ?? EMPTY, async (values) => {
    const { data } = await send<Objection>('POST', `${CATALOG}/objections`, {
      ...values,
      itemId: values.itemId || null,
      expectedValue: values.expectedValue.trim() || null,
    });
    await autosave.close();
    await navigate(`/objections/${data.id}`);
  });
  const autosave: Autosave = useAutosave(kept, form.values, EMPTY);
  return (
    <FormDialog
      title={t('objection.report')}
      confirm={t('objection.send')}
      form={form}
      variant="secondary"
      testId="report-value"
    >
      <AutosaveNotice autosave={autosave} onDiscard={() => form.set(EMPTY)} />
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
      <AutosaveLine autosave={autosave} />
    </FormDialog>
  );
}
