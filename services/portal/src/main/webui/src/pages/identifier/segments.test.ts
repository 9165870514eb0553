import { describe, expect, it } from 'vitest';
import {
  draftsOf,
  inOneLine,
  moved,
  partsOf,
  placesOf,
  type Segment,
  segmentsOf,
  totalsOf,
} from './segments';

const SCHEME: Segment[] = [
  { source: 'CATEGORY', digits: 6 },
  { source: 'REGION', digits: 6 },
  { source: 'DEPARTMENT', digits: 4 },
];

describe('the segments of an identifier', () => {
  it('stand one after the other', () => {
    expect(placesOf(SCHEME)).toEqual([
      { from: 1, to: 6 },
      { from: 7, to: 12 },
      { from: 13, to: 16 },
    ]);
  });

  it('fill sixteen places, the first part ending at the sixth', () => {
    expect(totalsOf(SCHEME)).toEqual({ digits: 16, frontEnds: true });
    expect(totalsOf([{ source: 'CATEGORY', digits: 5 }])).toEqual({ digits: 5, frontEnds: false });
    expect(totalsOf([])).toEqual({ digits: 0, frontEnds: false });
  });

  it('are sent as they were shown', () => {
    const kept: Segment[] = [...SCHEME, { source: 'CONSTANT', digits: 2, constant: '07' }];
    expect(segmentsOf(draftsOf(kept))).toEqual(kept);
  });

  it('send no constant that is left over, and no digits that are no number', () => {
    expect(segmentsOf([{ source: 'REGION', digits: '六', constant: '13' }])).toEqual([
      { source: 'REGION', digits: 0 },
    ]);
  });

  it('move within the scheme and not out of it', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('read in one line', () => {
    const kept: Segment[] = [
      { source: 'CATEGORY', digits: 6 },
      { source: 'CONSTANT', digits: 10, constant: '1300000000' },
    ];
    expect(inOneLine(kept, '{source}（{digits}位）', () => '分类')).toBe(
      '分类（6位） + 1300000000（10位）',
    );
  });
});

describe('an identifier', () => {
  it('has two parts', () => {
    expect(partsOf(' 3070001300000001/00012 ')).toEqual({
      prefix: '3070001300000001',
      number: '00012',
    });
    expect(partsOf('307000/00012')).toBeUndefined();
    expect(partsOf('')).toBeUndefined();
  });
});
