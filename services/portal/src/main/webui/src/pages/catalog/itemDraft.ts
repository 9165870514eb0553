import type { DataItem } from '../../api/catalog';

/** The texts of a data item, as its service names them. */
export const ITEM_TEXTS = [
  'name',
  'fieldName',
  'dataType',
  'length',
  'sharingType',
  'sharingCondition',
  'legalBasis',
  'openType',
  'openCondition',
  'sharingMethod',
  'updateFrequency',
  'description',
  'legalBasisId',
  'dataElementId',
  'codeTableId',
] as const satisfies (keyof DataItem)[];

export type ItemText = (typeof ITEM_TEXTS)[number];

/** A data item as it is being typed. */
export type ItemDraft = { key: string } & Record<ItemText, string>;

let nextKey = 0;

export function newItem(): ItemDraft {
  nextKey += 1;
  return {
    ...texts({}),
    key: `new-${nextKey}`,
    dataType: 'C',
    sharingType: 'UNCONDITIONAL',
    openType: 'CLOSED',
  };
}

export function itemDraft(item: DataItem): ItemDraft {
  return { ...texts(item), key: item.id };
}

function texts(item: Partial<DataItem>) {
  return Object.fromEntries(
    ITEM_TEXTS.map((field) => [field, String(item[field] ?? '')]),
  ) as Record<ItemText, string>;
}

/** What the service takes: what is empty is said to be absent. */
export function itemInput(item: ItemDraft) {
  const typed = Object.fromEntries(
    ITEM_TEXTS.map((field) => [field, item[field].trim() || null]),
  ) as Record<ItemText, string | null>;
  return {
    ...typed,
    name: item.name.trim(),
    length: item.length === '' ? null : Number(item.length),
  };
}

/** The field that says on what terms an item of this sharing type is had. */
export function basisOf(item: Pick<ItemDraft, 'sharingType'>): 'legalBasis' | 'sharingCondition' {
  return item.sharingType === 'NOT_SHARED' ? 'legalBasis' : 'sharingCondition';
}
