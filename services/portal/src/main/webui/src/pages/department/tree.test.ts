import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../components/tree';
import { type DepartmentNode, wanted } from './tree';

const node = (code: string, name: string, children: DepartmentNode[] = []): DepartmentNode => ({
  code,
  name,
  serial: '0001',
  kind: 'GOVERNMENT_ORGAN',
  state: code === 'lq' ? 'ABOLISHED' : 'ACTIVE',
  children,
});

const TREE = [
  node('zf', '省政府办公厅', [
    node('gs', '省工商局', [node('gsx', '信息中心')]),
    node('sw', '省税务局'),
  ]),
  node('lq', '粮食局'),
];
const shown = (closed: string[], words = '', state = '') =>
  rowsOf(TREE, new Set(closed), wanted(words, state)).map((row) => `${row.depth}${row.node.code}`);

describe('the tree of departments', () => {
  it('shows everybody below whom they belong to', () => {
    expect(shown([])).toEqual(['0zf', '1gs', '2gsx', '1sw', '0lq']);
  });

  it('hides what is below a closed one', () => {
    expect(shown(['gs'])).toEqual(['0zf', '1gs', '1sw', '0lq']);
    expect(shown(['zf'])).toEqual(['0zf', '0lq']);
  });

  it('opens only what has something below it', () => {
    const rows = rowsOf(TREE, new Set(['gs']));
    expect(rows.map((row) => row.open)).toEqual([true, false, undefined, undefined]);
  });

  it('finds by name or code, with those above, even where closed', () => {
    expect(shown(['zf', 'gs'], '信息')).toEqual(['0zf', '1gs', '2gsx']);
    expect(shown([], 'SW')).toEqual(['0zf', '1sw']);
    expect(shown([], '没有')).toEqual([]);
  });

  it('finds those that are abolished', () => {
    expect(shown([], '', 'ABOLISHED')).toEqual(['0lq']);
  });
});
