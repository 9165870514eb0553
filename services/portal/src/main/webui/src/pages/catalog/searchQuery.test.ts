import { describe, expect, it } from 'vitest';
import { askedOf, inWords, isStructured } from './searchQuery';

describe('a search as an address holds it', () => {
  it('is what is asked for, without where in its result one is', () => {
    const asked = askedOf(new URLSearchParams('page=3&department=gs&q=企业&size=50&department=sw'));
    expect(asked.toString()).toBe(
      new URLSearchParams([
        ['q', '企业'],
        ['department', 'gs'],
        ['department', 'sw'],
      ]).toString(),
    );
  });

  it('is told in words', () => {
    const names = {
      department: (code: string) => ({ gs: '省市场监管局' })[code] ?? code,
      category: (code: string) => `分类 ${code}`,
      code: (kind: string, value: string) => `${kind}.${value}`,
    };
    expect(
      inWords('q=%E4%BC%81%E4%B8%9A&department=gs&sharingType=CONDITIONAL&category=010201', names),
    ).toBe('“企业” · 省市场监管局 · 分类 010201 · sharingType.CONDITIONAL');
  });

  it('is told apart from words', () => {
    expect(isStructured('q=企业')).toBe(true);
    expect(isStructured('企业 department=')).toBe(false);
  });
});
