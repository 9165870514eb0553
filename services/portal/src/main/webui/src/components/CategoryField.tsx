import type { CategoryNode } from '../api/catalog';
import { useCategories } from '../api/hooks';
import { useTexts } from '../i18n';
import { ChoiceField, type FieldProps, type Option } from './Fields';

/** What stands before a category for each level above it: a select strips plain spaces. */
const INDENT = '　';

/** The categories to choose from, as a tree; retired ones only where one is chosen already. */
export function categoryOptions(
  categories: readonly CategoryNode[],
  aside: (name: string, code: string) => string,
  chosen?: string,
): Option[] {
  return categories
    .filter(({ code, retired }) => !retired || code === chosen)
    .map(({ code, name, level }) => ({
      value: code,
      text: INDENT.repeat(level - 1) + aside(name, code),
    }));
}

/** Chooses a category out of the whole classification. */
export function CategoryField(field: FieldProps) {
  const { t } = useTexts();
  const { categories } = useCategories();
  return (
    <ChoiceField
      {...field}
      placeholder={t('field.choose')}
      options={categoryOptions(
        categories,
        (text, aside) => t('text.aside', { text, aside }),
        field.value,
      )}
    />
  );
}
