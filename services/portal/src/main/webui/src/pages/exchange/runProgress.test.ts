import { describe, expect, it } from 'vitest';
import { exceeded, span } from './runProgress';

describe('a span of time', () => {
  it('is said in its two greatest units', () => {
    expect(span(0)).toEqual([{ unit: 'second', n: 0 }]);
    expect(span(59.6)).toEqual([{ unit: 'minute', n: 1 }]);
    expect(span(61)).toEqual([
      { unit: 'minute', n: 1 },
      { unit: 'second', n: 1 },
    ]);
    expect(span(3_600)).toEqual([{ unit: 'hour', n: 1 }]);
    expect(span(90_061)).toEqual([
      { unit: 'day', n: 1 },
      { unit: 'hour', n: 1 },
    ]);
  });

  it('is never negative', () => {
    expect(span(-5)).toEqual([{ unit: 'second', n: 0 }]);
  });
});

it('knows an estimate that was too small from one that there is none of', () => {
  expect(exceeded({ expectedRows: 10, rowsPerSecond: 3 })).toBe(true);
  expect(exceeded({ expectedRows: 10, remainingRows: 0, percent: 100 })).toBe(false);
  expect(exceeded({})).toBe(false);
});
