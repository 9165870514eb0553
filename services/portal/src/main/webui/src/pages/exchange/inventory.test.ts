import { describe, expect, it } from 'vitest';
import type { NodeTable } from '../../api/exchange';
import { keysOf, proposeColumn, tableId } from './inventory';

const table: NodeTable = {
  dataSource: 'gs',
  kind: 'postgresql',
  direction: 'SOURCE',
  schema: 'public',
  name: 'enterprise',
  approximateRows: 1,
  columns: [
    { name: 'uscc', type: 'text', nullable: false, position: 1 },
    { name: 'Name', type: 'text', nullable: true, position: 2 },
  ],
  primaryKey: ['uscc'],
  uniqueKeys: [['uscc'], ['name', 'uscc']],
};

describe('an inventory', () => {
  it('tells tables of the same name apart', () => {
    expect(tableId(table)).not.toBe(tableId({ ...table, dataSource: 'other' }));
  });

  it('proposes the column of the same name, whatever its case', () => {
    expect(proposeColumn('NAME', table)).toBe('Name');
    expect(proposeColumn('nothing', table)).toBe('');
    expect(proposeColumn(undefined, table)).toBe('');
    expect(proposeColumn('name', undefined)).toBe('');
  });

  it('offers each key once, the primary key first', () => {
    expect(keysOf(table)).toEqual([['uscc'], ['name', 'uscc']]);
    expect(keysOf({ ...table, primaryKey: [], uniqueKeys: [] })).toEqual([]);
  });
});
