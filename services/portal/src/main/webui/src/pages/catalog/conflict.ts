import type { DataItem, Resource, ResourceState } from '../../api/catalog';
import { ApiProblem } from '../../api/client';
import { fieldPath, itemKey } from './fieldNames';
import { ITEM_TEXTS, type ItemDraft, itemDraft } from './itemDraft';
import { type Draft, draftOf } from './resourceDraft';

/** A field in which what was sent differs from what somebody else has saved meanwhile. */
export interface EditConflict {
  field: string;
  yours?: unknown;
  theirs?: unknown;
  base?: unknown;
  /** Absent where it is no longer known what the writer began from. */
  changedBy?: 'YOU' | 'OTHERS' | 'BOTH';
}

/** What a service says to a writer who comes too late. */
export interface EditedMeanwhile {
  current: { revision: number; state: ResourceState; editedBy: string; updatedAt: string };
  difference: EditConflict[];
}

export type Side = 'mine' | 'theirs';

/** What is chosen as one: a field, or fields that make sense only together. */
export interface Choice {
  field: string;
  changedBy: 'YOU' | 'OTHERS' | 'BOTH';
  conflicts: EditConflict[];
}

/** What somebody else saved first, where that is why a write was refused. */
export function editedMeanwhile(problem: unknown): EditedMeanwhile | undefined {
  if (!(problem instanceof ApiProblem) || problem.status !== 412) {
    return undefined;
  }
  const { current, difference } = problem.body as Partial<EditedMeanwhile>;
  return current && difference ? { current, difference } : undefined;
}

// A condition without its type of sharing, or the other way round, says nothing.
const SHARING = ['sharingType', 'sharingCondition', 'legalBasis'];

function choiceOf(path: string): string {
  const { item, field } = fieldPath(path);
  return item !== undefined && SHARING.includes(field ?? '') ? `items[${item}].sharing` : path;
}

/** What there is to choose, in the order in which the service names it. */
export function choicesOf(conflicts: EditConflict[]): Choice[] {
  const choices = new Map<string, Choice>();
  for (const conflict of conflicts) {
    const field = choiceOf(conflict.field);
    const changedBy = conflict.changedBy ?? 'BOTH';
    const known = choices.get(field);
    if (known) {
      known.conflicts.push(conflict);
      known.changedBy = known.changedBy === changedBy ? changedBy : 'BOTH';
    } else {
      choices.set(field, { field, changedBy, conflicts: [conflict] });
    }
  }
  return [...choices.values()];
}

export type Chosen = Record<string, Side | undefined>;

/** What needs no thought: everybody keeps what only they changed. */
export function presetOf(choices: Choice[]): Chosen {
  const sides = { YOU: 'mine', OTHERS: 'theirs', BOTH: undefined } as const;
  return Object.fromEntries(choices.map(({ field, changedBy }) => [field, sides[changedBy]]));
}

/**
 * The writer's resource with what they take over from the one that was saved meanwhile. Nothing
 * that was typed changes unless the other's was chosen.
 */
export function merge(
  mine: Draft,
  theirs: Resource,
  conflicts: EditConflict[],
  chosen: Chosen,
): Draft {
  const taken = new Set(
    conflicts
      .filter((conflict) => chosen[choiceOf(conflict.field)] === 'theirs')
      .map((conflict) => conflict.field),
  );
  const other = draftOf(theirs);
  const draft = { ...mine };
  for (const field of taken) {
    const name = DRAFT_NAMES[field] ?? field;
    if (name in other && name !== 'items') {
      Object.assign(draft, { [name]: other[name as keyof Draft] });
    }
  }
  draft.items = mergeItems(draft, theirs.items, taken);
  return draft;
}

const DRAFT_NAMES: Record<string, string> = {
  'contact.name': 'contactName',
  'contact.phone': 'contactPhone',
  'contact.email': 'contactEmail',
  'census.storageGb': 'storageGb',
  'census.sharedStorageGb': 'sharedStorageGb',
  'census.sharedRows': 'sharedRows',
  'census.openStorageGb': 'openStorageGb',
  'census.openRows': 'openRows',
};

/** @param draft the resource as it is merged but for its items, which are still the writer's */
function mergeItems(draft: Draft, theirs: DataItem[], taken: Set<string>): ItemDraft[] {
  const mine = draft.items;
  const partners = match(mine, theirs);
  const kept = new Map<string, ItemDraft>();
  const mineOrder: string[] = [];
  for (const item of mine) {
    const partner = partners.get(item);
    const key = itemKey(partner ?? item);
    // An item that nobody has named yet has no key of its own.
    const place = kept.has(key) ? item.key : key;
    if (partner) {
      kept.set(place, mergeItem(item, itemDraft(partner, draft), `items[${key}].`, taken));
    } else if (!taken.has(`items[${key}]`)) {
      kept.set(place, item);
    } else {
      continue;
    }
    mineOrder.push(place);
  }
  const matched = new Set(partners.values());
  const theirOrder: string[] = [];
  for (const item of theirs) {
    const key = itemKey(item);
    if (!matched.has(item) && taken.has(`items[${key}]`)) {
      kept.set(key, itemDraft(item, draft));
    }
    if (kept.has(key)) {
      theirOrder.push(key);
    }
  }
  const order = taken.has('itemOrder')
    ? weave(theirOrder, mineOrder)
    : weave(mineOrder, theirOrder);
  return order.map((key) => kept.get(key)!);
}

function mergeItem(
  mine: ItemDraft,
  theirs: ItemDraft,
  prefix: string,
  taken: Set<string>,
): ItemDraft {
  const merged = { ...mine, key: theirs.key };
  const isTaken = (field: string) => taken.has(prefix + field);
  const sharingTaken = SHARING.some(isTaken);
  for (const field of ITEM_TEXTS) {
    if (isTaken(field) || (sharingTaken && SHARING.includes(field))) {
      merged[field] = theirs[field];
    }
  }
  return merged;
}

/** Which item of one list is which of the other: by column, else by name. */
function match(mine: ItemDraft[], theirs: DataItem[]): Map<ItemDraft, DataItem> {
  const partners = new Map<ItemDraft, DataItem>();
  const waiting = new Set(theirs);
  for (const property of ['fieldName', 'name'] as const) {
    for (const item of mine.filter((each) => !partners.has(each))) {
      const value = item[property].trim();
      const partner = value
        ? [...waiting].find((other) => (other[property] ?? '').trim() === value)
        : undefined;
      if (partner) {
        partners.set(item, partner);
        waiting.delete(partner);
      }
    }
  }
  return partners;
}

/** The first list with what only the second has, each behind what it stands behind there. */
export function weave(first: string[], second: string[]): string[] {
  const woven = [...first];
  second.forEach((key, index) => {
    if (woven.includes(key)) {
      return;
    }
    const before = second
      .slice(0, index)
      .reverse()
      .find((other) => woven.includes(other));
    woven.splice(before === undefined ? 0 : woven.indexOf(before) + 1, 0, key);
  });
  return woven;
}
