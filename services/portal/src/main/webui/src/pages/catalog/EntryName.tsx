import { CATALOG } from '../../api/catalog';
import { useGet } from '../../api/hooks';

/** Fields of a resource that name an entry of a department's own lists, with the list's address. */
export const ENTRIES = {
  officeId: 'offices',
  functionId: 'functions',
  matterId: 'matters',
  systemId: 'systems',
} as const;

export type EntryField = keyof typeof ENTRIES;

export function isEntryField(field: string): field is EntryField {
  return field in ENTRIES;
}

/** What an entry is called; its identity where the reader may not know. */
export function EntryName({ field, id }: { field: EntryField; id: string }) {
  const found = useGet<{ name: string }>(`${CATALOG}/${ENTRIES[field]}/${id}`);
  return <>{found.isPlaceholderData ? '' : (found.data?.name ?? (found.error ? id : ''))}</>;
}
