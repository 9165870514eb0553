import { describe, expect, it } from 'vitest';
import { percent } from './score';

describe('a measure', () => {
  it('is the whole only when it is', () => {
    expect(percent(1)).toBe('100%');
    expect(percent(0.999)).toBe('99%');
    expect(percent(0.29)).toBe('29%');
    expect(percent(0)).toBe('0%');
  });
});
