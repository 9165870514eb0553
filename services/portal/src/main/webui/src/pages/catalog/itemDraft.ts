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

/** What an item has as its resource has it unless it says otherwise. */
export const INHERITED = [
  'sharingMethod',
  'openCondition',
  'updateFrequency',
] as const satisfies ItemText[];

/** What items have of their resource. */
export type Inherited = { [K in (typeof INHERITED)[number]]?: string };

/** Whether an item has a field only because its resource has it. */
export function isInherited(field: ItemText, item: Inherited, resource: Inherited): boolean {
  const name = INHERITED.find((each) => each === field);
  return name !== undefined && (item[name] ?? '') === (resource[name] ?? '');
}

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

/**
 * @param resource whose item it is: what the item has of it is empty, and so follows its changes
 */
export function itemDraft(item: DataItem, resource: Inherited): ItemDraft {
  const own = { ...item };
  for (const field of INHERITED) {
    if (isInherited(field, item, resource)) delete (own as Inherited)[field];
  }
  return { ...texts(own), key: item.id };
}

function texts(item: Partial<DataItem>) {
  return Object.fromEntries(
    ITEM_TEXTS.map((field) => [field, String(item[field] ?? '')]),
  ) as Record<ItemText, string>;
}

/**
 * What the service takes: what is empty is as the resource has it, or absent. The service would
 * fill it in itself; said outright, it is no change to somebody who compares.
 */
export function itemInput(item: ItemDraft, resource: Inherited) {
  const typed = Object.fromEntries(
    ITEM_TEXTS.map((field) => {
      const inherited = INHERITED.find((each) => each === field);
      return [field, item[field].trim() || (inherited && resource[inherited]?.trim()) || null];
    }),
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
