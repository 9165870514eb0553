import type { ReactNode } from 'react';
import type { DataItem, Resource } from '../../api/catalog';
import { NONE, useTexts } from '../../i18n';
import { EntryLink } from '../reference/EntryValue';
import { useFieldTexts } from './fieldNames';
import { detailsOf, LIBRARY_FIELDS, type LibraryField } from './ItemDetails';
import { isInherited, type ItemText } from './itemDraft';

/** What an item says of its own beside its row of a table. */
export function ItemTerms({
  item,
  resource,
  remarkOn = () => undefined,
}: {
  item: DataItem;
  /** Whose item it is: what it merely has of it is not said again. */
  resource: Resource;
  /** What a reviewer remarks on a field: the field is shown then even if it says nothing. */
  remarkOn?: (field: ItemText) => ReactNode;
}) {
  const { t, code } = useTexts();
  const { valueOf } = useFieldTexts();
  const said = detailsOf(item).filter(
    (field) => (item[field] && !isInherited(field, item, resource)) || remarkOn(field),
  );
  if (said.length === 0) {
    return NONE;
  }
  return (
    <ul className="gs-plain-list">
      {said.map((field) => {
        const value = item[field];
        return (
          <li key={field}>
            {t('item.term', { term: code('itemField', field) })}
            {value && field in LIBRARY_FIELDS ? (
              <EntryLink kind={LIBRARY_FIELDS[field as LibraryField]} id={String(value)} />
            ) : (
              valueOf(field, value)
            )}
            {remarkOn(field)}
          </li>
        );
      })}
    </ul>
  );
}
