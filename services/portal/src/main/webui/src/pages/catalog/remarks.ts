import type { Resource } from '../../api/catalog';
import { fieldPath, indexOfItem } from './fieldNames';
import type { ItemDraft } from './itemDraft';

/** A remark on one field of a resource. */
export interface FieldRemark {
  field: string;
  remark: string;
}

/** What a reviewer has said about a resource that came back, by where it belongs in the form. */
export function remarksOf(resource: Pick<Resource, 'items' | 'remarks'> | undefined) {
  const all = (resource?.remarks ?? []) as FieldRemark[];
  const placed = all.map(({ field: path, remark }) => {
    const { item, field } = fieldPath(path);
    const index = item === undefined ? -1 : indexOfItem(resource!.items, item);
    return { remark, field, item, id: resource!.items[index]?.id };
  });
  return {
    /** On a field of the resource itself. */
    on: (path: string) =>
      placed.filter((one) => one.item === undefined && one.field === path).map((one) => one.remark),
    /** On an item as it was when it came back, or on one field of it. */
    onItem: (item: ItemDraft, field?: string) =>
      placed
        .filter((one) => one.id !== undefined && one.id === item.key && one.field === field)
        .map((one) => one.remark),
  };
}
