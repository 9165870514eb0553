import { expect, it } from 'vitest';
import {
  above,
  canRise,
  draftOf,
  type Line,
  linesOf,
  newLine,
  risen,
  without,
} from './processForm';

const PROCESS = {
  services: ['a', 'b', 'c'],
  edges: [
    { before: 'a', after: 'c' },
    { before: 'b', after: 'c' },
  ],
};
const plain = (lines: Line[]) => lines.map(({ service, after }) => [service, after]);

it('writes a process as lines and back', () => {
  const lines = linesOf(PROCESS);
  expect(plain(lines)).toEqual([
    ['a', []],
    ['b', []],
    ['c', ['a', 'b']],
  ]);
  expect(draftOf(' 登记 ', lines)).toEqual({ name: '登记', ...PROCESS });
  expect(above(lines, 2)).toEqual(['a', 'b']);
});

it('sends neither empty lines nor waiting for what is not above', () => {
  expect(draftOf('x', [newLine('a', ['b']), newLine(), newLine('b', ['a', 'gone'])])).toEqual({
    name: 'x',
    services: ['a', 'b'],
    edges: [{ before: 'a', after: 'b' }],
  });
});

it('moves a line up, but not above what it waits for', () => {
  const lines = linesOf(PROCESS);
  expect([0, 1, 2].map((i) => canRise(lines, i))).toEqual([false, true, false]);
  expect(plain(risen(lines, 1)).map(([service]) => service)).toEqual(['b', 'a', 'c']);
});

it('takes a line out together with the waiting for it', () => {
  expect(plain(without(linesOf(PROCESS), 0))).toEqual([
    ['b', []],
    ['c', ['b']],
  ]);
});
