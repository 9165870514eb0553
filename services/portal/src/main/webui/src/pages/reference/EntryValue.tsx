import { Link } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { NONE, useTexts } from '../../i18n';
import { entityOf } from './entities';
import { type Entry, type Field, nameOf } from './entity';

/** The value of one field in words; an entry that it names is a link. */
export function EntryValue({ field, entry }: { field: Field; entry: Entry }) {
  const { t, code, number } = useTexts();
  if (field.name === 'departmentCode') {
    const department = entry.department as { name?: string } | undefined;
    return department?.name ?? NONE;
  }
  const value = entry[field.name];
  if (value === undefined || value === null || value === '') {
    return NONE;
  }
  if (Array.isArray(value)) {
    return value.length > 0 ? value.map(String).join(t('list.separator')) : NONE;
  }
  switch (field.type) {
    case 'flag':
      return t(value ? 'reference.yes' : 'reference.no');
    case 'entry':
      return <EntryLink kind={field.of ?? ''} id={String(value)} />;
    case 'number':
      return number(Number(value));
    default:
      return field.codes ? code(field.codes, String(value)) : String(value);
  }
}

/** An entry by its name, leading to its page. */
export function EntryLink({ kind, id }: { kind: string; id: string }) {
  const entity = entityOf(kind);
  const found = useGet<Entry>(`${CATALOG}${entity?.path ?? ''}/${id}`, {
    enabled: entity !== undefined,
  });
  if (!entity || !found.data) {
    return NONE;
  }
  return <Link to={`/reference/${kind}/${id}`}>{nameOf(entity, found.data)}</Link>;
}
