import { describe, expect, it } from 'vitest';
import { dataUpdateInput } from './dataUpdate';

describe('an update of the data', () => {
  it('is now, and says nothing else, where nothing is typed', () => {
    expect(dataUpdateInput({ updatedAt: '', rowCount: '', note: ' ' })).toEqual({
      updatedAt: null,
      rowCount: null,
      note: null,
    });
  });

  it('is of a day in the platform’s time, wherever the browser is', () => {
    expect(dataUpdateInput({ updatedAt: '2026-11-22', rowCount: '0', note: '年报' })).toEqual({
      updatedAt: '2026-11-22T00:00:00+08:00',
      rowCount: 0,
      note: '年报',
    });
  });
});
