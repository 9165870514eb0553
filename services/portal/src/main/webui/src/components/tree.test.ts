import { describe, expect, it } from 'vitest';
import type { CategoryNode } from '../api/catalog';
import { categoryOptions } from './CategoryField';
import { rowsOf } from './tree';

const category = (
  code: string,
  name: string,
  level: number,
  children: CategoryNode[] = [],
  retired = false,
): CategoryNode => ({ code, name, level, position: 1, retired, resources: 0, total: 0, children });

const TREE = [
  category('010000', '基础库', 1, [
    category('010200', '法人', 2, [category('010201', '企业法人', 3)]),
    category('010300', '旧库', 2, [], true),
  ]),
  category('020000', '主题库', 1),
];

describe('the categories to choose from', () => {
  const all = rowsOf(TREE, new Set()).map(({ node }) => node);
  const texts = (chosen?: string) =>
    categoryOptions(all, (name, code) => `${name} ${code}`, chosen).map(({ text }) => text);

  it('stand below each other, without those that are retired', () => {
    expect(texts()).toEqual([
      '基础库 010000',
      '　法人 010200',
      '　　企业法人 010201',
      '主题库 020000',
    ]);
  });

  it('keep a retired one that is chosen', () => {
    expect(texts('010300')).toContain('　旧库 010300');
  });
});
