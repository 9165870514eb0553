import { describe, expect, it } from 'vitest';
import { complete, rowConditionsOf } from './RowConditions';

describe('conditions on rows', () => {
  it('split one of several values at commas and blanks of either language', () => {
    expect(
      rowConditionsOf([{ itemId: 'i', operator: 'IN', value: '1301，1302, 1303、1304 ' }]),
    ).toEqual([{ itemId: 'i', operator: 'IN', values: ['1301', '1302', '1303', '1304'] }]);
  });

  it('keep the blanks inside a single value, and send none where none is taken', () => {
    expect(
      rowConditionsOf([
        { itemId: 'i', operator: 'EQUALS', value: ' 石家庄 市 ' },
        { itemId: 'j', operator: 'IS_NULL', value: 'left over' },
      ]).map((it) => it.values),
    ).toEqual([['石家庄 市'], []]);
  });

  it('are complete only with an item and what to compare with', () => {
    expect(complete([])).toBe(true);
    expect(complete([{ itemId: '', operator: 'IS_NULL', value: '' }])).toBe(false);
    expect(complete([{ itemId: 'i', operator: 'IN', value: ' ， ' }])).toBe(false);
    expect(complete([{ itemId: 'i', operator: 'IS_NULL', value: '' }])).toBe(true);
  });
});
