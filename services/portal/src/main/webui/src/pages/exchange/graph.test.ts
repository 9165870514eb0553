import { describe, expect, it } from 'vitest';
import { cut, layersOf } from './graph';

describe('the graph of a process', () => {
  it('puts each service behind all it waits for', () => {
    const edges = [
      { before: 'a', after: 'b' },
      { before: 'a', after: 'c' },
      { before: 'b', after: 'd' },
      { before: 'c', after: 'd' },
      { before: 'a', after: 'd' },
    ];
    expect(layersOf(['d', 'c', 'b', 'a', 'e'], edges)).toEqual([['a', 'e'], ['c', 'b'], ['d']]);
  });

  it('ends even in a circle', () => {
    const circle = [
      { before: 'a', after: 'b' },
      { before: 'b', after: 'a' },
    ];
    expect(layersOf(['a', 'b'], circle)).toEqual([['a', 'b']]);
    expect(layersOf([], [])).toEqual([]);
  });

  it('cuts long names, Chinese characters being wider', () => {
    expect(cut('企业登记', 8)).toBe('企业登记');
    expect(cut('企业登记信息', 8)).toBe('企业登记…');
    expect(cut('abc', 8)).toBe('abc');
  });
});
