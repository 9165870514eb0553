import { type Area, may, type Me } from '../../app/access';
import type { TextKey } from '../../i18n';

/** An entry of reference data as its service answers it. */
export type Entry = Record<string, unknown>;

/** One field of an entry, as the service names it. */
export interface Field {
  name: string;
  label: TextKey;
  type?: 'text' | 'long' | 'lines' | 'number' | 'date' | 'choice' | 'flag' | 'department' | 'entry';
  required?: boolean;
  /** Shown in the list. */
  listed?: boolean;
  /** Cannot change once the entry exists. */
  fixed?: boolean;
  values?: readonly string[];
  /** Prefix of the texts of its values. */
  codes?: string;
  /** Kind of the entries that it names. */
  of?: string;
  /** Only those of them. */
  among?: Record<string, string>;
  /** Only those of the same department. */
  ofDepartment?: boolean;
}

/** A filter above the list, as the service names it. */
export interface Filter {
  name: string;
  label: TextKey;
  codes: string;
  values: readonly string[];
}

/** A kind of reference data that is managed in a list with a form. */
export interface Entity {
  kind: string;
  title: TextKey;
  path: string;
  /** Word for this kind in the history of changes. */
  history: string;
  /** Name of the field that identifies an entry; {@code id} if absent. */
  key?: string;
  readers?: Area;
  writers: Area;
  removable?: boolean;
  fields: Field[];
  /** Whether its entries belong to departments. */
  byDepartment?: boolean;
  filters?: Filter[];
  /** Fields that the form does not show. */
  kept?: string[];
}

export const DEPARTMENT: Field = {
  name: 'departmentCode',
  label: 'reference.department',
  required: true,
  listed: true,
  fixed: true,
};
export const ABOLISHED: Field = {
  name: 'abolished',
  label: 'reference.abolished',
  type: 'flag',
};

export function name(label: TextKey = 'reference.name'): Field {
  return { name: 'name', label, required: true, listed: true };
}

/** The identity of an entry. */
export function keyOf(entity: Entity, entry: Entry): string {
  return String(entry[entity.key ?? 'id']);
}

/** What an entry is called. */
export function nameOf(entity: Entity, entry: Entry): string {
  return String(entry.name ?? entry.title ?? keyOf(entity, entry));
}

/** An entry in one line: its name, and what tells it apart where it has such a thing. */
export function described(entity: Entity, entry: Entry): string {
  const name = String(entry[leadingField(entity) ?? 'name'] ?? '');
  const mark = entry.documentNumber ?? entry.identifier ?? entry.code;
  return mark ? `${name}（${String(mark)}）` : name;
}

/** The field whose value leads to the entry's own page. */
export function leadingField(entity: Entity): string | undefined {
  return entity.fields.find((field) => field.name === 'name' || field.name === 'title')?.name;
}

/** Editors write for their own department, the publisher for all. */
export function mayWrite(me: Me, entity: Entity, entry: Entry): boolean {
  if (!may(me, entity.writers)) {
    return false;
  }
  const department = entry.department as { code?: string } | undefined;
  return may(me, 'manage') || !entity.byDepartment || department?.code === me.department?.code;
}

/** Who sees the history of an entry: what belongs to the province, only the publisher. */
export function maySeeHistory(me: Me, entity: Entity, entry: Entry): boolean {
  const department = entry.department as { code?: string } | undefined;
  return (
    may(me, 'manage') ||
    (may(me, 'changes') && entity.byDepartment === true && department?.code === me.department?.code)
  );
}

/** The texts of a form that shows an entry. */
export function textsOf(entity: Entity, entry: Entry): Record<string, string> {
  return Object.fromEntries(
    entity.fields.map((field) => {
      const value =
        field.name === 'departmentCode'
          ? (entry.department as { code?: string } | undefined)?.code
          : entry[field.name];
      if (Array.isArray(value)) {
        return [field.name, value.join('\n')];
      }
      return [field.name, value === undefined || value === null ? '' : String(value)];
    }),
  );
}

/** What the service is sent for the texts of a form. */
export function inputOf(entity: Entity, values: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    entity.fields.map((field) => {
      const typed = (values[field.name] ?? '').trim();
      switch (field.type) {
        case 'flag':
          return [field.name, typed === 'true'];
        case 'number':
          return [field.name, typed === '' ? null : Number(typed)];
        case 'lines':
          return [
            field.name,
            typed
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          ];
        default:
          return [field.name, typed || null];
      }
    }),
  );
}

/** What the form does not show of an entry stays as it was. */
export function keptOf(entity: Entity, entry: Entry | undefined): Record<string, unknown> {
  return Object.fromEntries((entity.kept ?? []).map((kept) => [kept, entry?.[kept] ?? null]));
}
