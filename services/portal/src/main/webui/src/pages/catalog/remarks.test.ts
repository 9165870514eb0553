import { describe, expect, it } from 'vitest';
import type { Resource } from '../../api/catalog';
import { textsFor } from '../../i18n';
import { fieldPath, fieldTexts, indexOfItem, itemKey } from './fieldNames';
import { itemDraft } from './itemDraft';
import { remarksOf } from './remarks';

const ITEMS = [
  { id: '1', name: '企业名称', fieldName: 'mc' },
  { id: '2', name: '备注' },
] as Resource['items'];

describe('names of fields', () => {
  it('are taken apart', () => {
    expect(fieldPath('contact.phone')).toEqual({ field: 'contact.phone' });
    expect(fieldPath('items[mc]')).toEqual({ item: 'mc', field: undefined });
    expect(fieldPath('items[a].b].length')).toEqual({ item: 'a].b', field: 'length' });
  });

  it('find their item by column, name or position', () => {
    expect(ITEMS.map(itemKey)).toEqual(['mc', '备注']);
    expect(['mc', '备注', '企业名称', '1', '7', 'x'].map((key) => indexOfItem(ITEMS, key))).toEqual(
      [0, 1, 0, 1, -1, -1],
    );
  });

  it('are said in words', () => {
    const { nameOf, valueOf } = fieldTexts(textsFor('zh', () => undefined));

    expect(nameOf('contact.phone')).toBe('联系电话');
    expect(nameOf('items[mc].length', ITEMS)).toBe('数据项“企业名称”：长度');
    expect(nameOf('items[gone]', ITEMS)).toBe('数据项“gone”');
    expect(valueOf('items[mc].dataType', 'C')).toBe('字符型 C');
    expect(valueOf('keywords', ['企业', '登记'])).toBe('企业、登记');
    expect(valueOf('length', null)).toBe('—');
    expect(valueOf('items[mc]', { id: 'x', name: '名称', sharingType: 'CONDITIONAL' })).toBe(
      '名称 · 有条件共享',
    );
  });
});

describe('remarks', () => {
  const remarks = remarksOf({
    items: ITEMS,
    remarks: [
      { field: 'abstract', remark: '写明范围' },
      { field: 'items[mc].length', remark: '太短' },
      { field: 'items[1]', remark: '用途不明' },
      { field: 'items[gone].name', remark: '不规范' },
    ],
  });

  it('stand at their fields', () => {
    expect(remarks.on('abstract')).toEqual(['写明范围']);
    expect(remarks.on('name')).toEqual([]);
  });

  it('stand at their items, and stay there when these are renamed', () => {
    const [first, second] = ITEMS.map((item) => itemDraft(item, {}));

    expect(remarks.onItem({ ...first!, name: '名称', fieldName: 'new' }, 'length')).toEqual([
      '太短',
    ]);
    expect(remarks.onItem(second!)).toEqual(['用途不明']);
    expect(remarks.onItem(second!, 'length')).toEqual([]);
  });
});
