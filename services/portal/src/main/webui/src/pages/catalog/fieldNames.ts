import type { DataItem } from '../../api/catalog';
import { NONE, type Texts, useTexts } from '../../i18n';

/** A field as services name it: of the resource, of an item by its key, or an item as a whole. */
export interface FieldPath {
  /** Column or else name of the item, or its position from 0. */
  item?: string;
  field?: string;
}

/** Takes `abstract`, `items[key]` and `items[key].length` apart. */
export function fieldPath(path: string): FieldPath {
  const match = /^items\[(.*)\](?:\.([A-Za-z]+))?$/.exec(path);
  return match ? { item: match[1], field: match[2] } : { field: path };
}

/** What an item is called in a field's name: unlike its position it outlives other changes. */
export function itemKey(item: Pick<DataItem, 'name' | 'fieldName'>): string {
  return item.fieldName?.trim() || item.name.trim();
}

/** Which of these items a name means, or -1. */
export function indexOfItem(
  items: readonly Pick<DataItem, 'name' | 'fieldName'>[],
  key: string,
): number {
  const byKey = items.findIndex((item) => itemKey(item) === key || item.name === key);
  if (byKey >= 0) {
    return byKey;
  }
  return /^\d+$/.test(key) && Number(key) < items.length ? Number(key) : -1;
}

const CODES: Record<string, string> = {
  format: 'resourceFormat',
  dataStructure: 'dataStructure',
  sharingType: 'sharingType',
  openType: 'openType',
  updateFrequency: 'updateFrequency',
  sharingMethod: 'sharingMethod',
  dataType: 'dataType',
};

export function fieldTexts({ t, code, number }: Texts) {
  /** A field in words. */
  function nameOf(
    path: string,
    items: readonly Pick<DataItem, 'name' | 'fieldName'>[] = [],
  ): string {
    const { item, field } = fieldPath(path);
    if (item === undefined) {
      return code('resourceField', field);
    }
    const name = items[indexOfItem(items, item)]?.name ?? item;
    return field
      ? t('field.ofItem', { item: name, field: code('itemField', field) })
      : t('field.wholeItem', { item: name });
  }

  /** A value of a field in words. */
  function valueOf(path: string, value: unknown): string {
    if (value === undefined || value === null || value === '') {
      return NONE;
    }
    if (Array.isArray(value)) {
      return value.length > 0 ? value.join(t('list.separator')) : NONE;
    }
    if (typeof value === 'object') {
      return Object.entries(value)
        .filter(([part]) => part !== 'id')
        .map(([part, inner]) => valueOf(part, inner))
        .join(' · ');
    }
    if (typeof value === 'number') {
      return number(value);
    }
    const codes = CODES[fieldPath(path).field ?? ''];
    return codes ? code(codes, String(value)) : String(value);
  }

  return { nameOf, valueOf };
}

/** Names and values of fields in the user's language. */
export function useFieldTexts() {
  return fieldTexts(useTexts());
}
