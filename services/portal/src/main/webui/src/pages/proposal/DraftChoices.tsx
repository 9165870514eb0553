import { OPEN_TYPES, UPDATE_FREQUENCIES } from '../../api/catalog';
import { CategoryField } from '../../components/CategoryField';
import { ChoiceField } from '../../components/Fields';
import { useTexts } from '../../i18n';

type Bound = { id: string; value: string; onChange: (value: string) => void; errors: string[] };

/** What cannot be read from a table: category, frequency of update and openness. */
export function DraftChoices({
  form,
}: {
  form: { field: (name: 'categoryCode' | 'updateFrequency' | 'openType') => Bound };
}) {
  const { t, code } = useTexts();
  return (
    <>
      <CategoryField {...form.field('categoryCode')} label={t('resource.category')} required />
      <ChoiceField
        {...form.field('updateFrequency')}
        label={t('resource.updateFrequency')}
        required
        options={UPDATE_FREQUENCIES.map((v) => ({ value: v, text: code('updateFrequency', v) }))}
      />
      <ChoiceField
        {...form.field('openType')}
        label={t('resource.openType')}
        required
        options={OPEN_TYPES.map((v) => ({ value: v, text: code('openType', v) }))}
      />
    </>
  );
}
