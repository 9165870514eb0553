import { expect, test } from 'vitest';
import { keysOf, rangeColumns } from './resend';

test('each line is a key', () => {
  expect(keysOf('91130000A\n\n  91130000B  \n')).toEqual([['91130000A'], ['91130000B']]);
});

test('values of a key of several columns are separated by commas of either script', () => {
  expect(keysOf('1, 石家庄\n2，唐山')).toEqual([
    ['1', '石家庄'],
    ['2', '唐山'],
  ]);
});

test('nothing typed is no key', () => {
  expect(keysOf(' \n ')).toEqual([]);
});

test('ranges are of the watermark and of what is sent, never of the key', () => {
  const column = (sourceColumn: string) => ({
    itemId: sourceColumn,
    sourceColumn,
    targetColumn: sourceColumn,
    targetType: 'text',
  });
  const mapping = ['id', 'name', 'changed_at'].map(column);
  const source = { node: 'a', dataSource: 'm', schema: 'p', table: 't', keyColumns: ['id'] };
  expect(rangeColumns({ source, mapping })).toEqual(['name', 'changed_at']);
  expect(rangeColumns({ source: { ...source, watermarkColumn: 'seen_at' }, mapping })).toEqual([
    'seen_at',
    'name',
    'changed_at',
  ]);
});
