import { CATALOG } from '../../api/catalog';
import type { FieldProps } from '../../components/Fields';
import { PickField } from '../../components/PickField';
import { entityOf } from './entities';
import { described, type Entry, keyOf } from './entity';

/** Picks one entry of a kind of reference data, searched for as it is typed. */
export function EntryPick({
  kind,
  filters,
  disabled,
  ...field
}: FieldProps & {
  kind: string;
  /** Only those of them. */
  filters?: Record<string, string | undefined>;
  disabled?: boolean;
}) {
  const entity = entityOf(kind);
  if (!entity) {
    return null;
  }
  return (
    <PickField<Entry>
      {...field}
      path={`${CATALOG}${entity.path}`}
      filters={filters}
      describe={(row) => described(entity, row)}
      idOf={(row) => keyOf(entity, row)}
      disabled={disabled}
    />
  );
}
