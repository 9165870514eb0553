import type { TextKey } from '../../i18n';
import { DEPARTMENTS, ENTITIES } from '../reference/entities';
import type { Field } from '../reference/entity';

/** One change of one object, as the catalogue keeps it. */
export interface Change {
  id: number;
  kind: string;
  objectId: string;
  departmentCode?: string;
  action: 'CREATED' | 'CHANGED' | 'REMOVED';
  changed?: string[];
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  actor: string;
  actorDepartment?: string;
  at: string;
}

/** One value that differs. */
export interface Difference {
  name: string;
  field?: Field;
  label?: TextKey;
  /** Prefix of the texts of its values. */
  codes?: string;
  before?: unknown;
  after?: unknown;
}

/** Kinds of objects whose changes are kept. */
export const CHANGE_KINDS = [
  'department',
  'office',
  'function',
  'matter',
  'system',
  'category',
  'region',
  'library-document',
  'data-element',
  'code-table',
  'item-synonym',
  'attachment',
  'calendar-year',
  'opening-plan',
  'campaign-evidence',
] as const;

const LABELS: Record<string, TextKey> = {
  department: 'reference.department',
  decision: 'system.decision',
  state: 'reference.state',
  days: 'calendar.days',
  source: 'reference.source',
  abolitionReason: 'department.abolitionReason',
  abolishedAt: 'department.abolishedAt',
};

/** What follows from other values, or from the change itself, says nothing. */
const DERIVED = ['updatedAt', 'revision', 'officeName', 'functionName'];

/** What differs between before and after; of lists only what came and what went. */
export function differencesOf(change: Change): Difference[] {
  if (change.action !== 'CHANGED') {
    return [];
  }
  const entity = [...ENTITIES, DEPARTMENTS].find((each) => each.history === change.kind);
  return (change.changed ?? [])
    .filter((name) => !DERIVED.includes(name))
    .map((name) => {
      const field = entity?.fields.find((each) => each.name === name);
      const [before, after] = withoutCommon(change.before?.[name], change.after?.[name]);
      return {
        name,
        field,
        label: field?.label ?? LABELS[name],
        codes: field?.codes ?? (name === 'state' ? stateCodes(change.kind) : undefined),
        before,
        after,
      };
    });
}

/** States that follow from other values have no field of their own. */
function stateCodes(kind: string): string {
  return kind === 'department' ? 'departmentState' : 'entryState';
}

function withoutCommon(before: unknown, after: unknown): [unknown, unknown] {
  if (!Array.isArray(before) || !Array.isArray(after)) {
    return [before, after];
  }
  const written = (list: unknown[]) => new Set(list.map((each) => JSON.stringify(each)));
  const [old, now] = [written(before), written(after)];
  return [
    before.filter((each) => !now.has(JSON.stringify(each))),
    after.filter((each) => !old.has(JSON.stringify(each))),
  ];
}

/** What an object was called when it changed. */
export function nameOfChanged(change: Change): string {
  const value = change.after ?? change.before ?? {};
  return String(value.name ?? value.title ?? change.objectId);
}

/** The page of the object, where it has one and is still there. */
export function addressOf(change: Change): string | undefined {
  if (change.action === 'REMOVED') {
    return undefined;
  }
  if (change.kind === 'department') {
    return `/reference/departments/${change.objectId}`;
  }
  if (change.kind === 'calendar-year') {
    return `/calendar?year=${change.objectId}`;
  }
  const entity = ENTITIES.find((each) => each.history === change.kind);
  return entity && `/reference/${entity.kind}/${change.objectId}`;
}
