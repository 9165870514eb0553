import { expect, it } from 'vitest';
import { keyOfTask, targetsOf } from './HandOverMany';

it('names each chosen task with the version that was seen', () => {
  const keys = [
    { id: 'a', revision: 3 },
    { id: 'b', revision: 0 },
  ].map(keyOfTask);
  expect(targetsOf(new Set(keys))).toEqual([
    { id: 'a', revision: 3 },
    { id: 'b', revision: 0 },
  ]);
});
