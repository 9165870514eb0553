import { expect, test } from 'vitest';
import { keysOf } from './resend';

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
