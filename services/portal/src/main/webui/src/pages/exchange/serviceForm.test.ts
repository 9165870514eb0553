import { describe, expect, it } from 'vitest';
import type { ExchangeGrant, NodeTable, ServiceDetail } from '../../api/exchange';
import { designOf, draftOf, emptyForm, formOf, NO_KEY } from './serviceForm';

const column = (name: string, position: number) => ({
  name,
  type: 'text',
  nullable: false,
  position,
});

const source: NodeTable = {
  dataSource: 'gs',
  kind: 'postgresql',
  direction: 'SOURCE',
  schema: 'public',
  name: 'enterprise',
  approximateRows: 1,
  columns: [column('uscc', 1), column('name', 2), column('seat', 3)],
  primaryKey: ['uscc'],
  uniqueKeys: [['name', 'seat']],
};

const target: NodeTable = {
  ...source,
  dataSource: 'sw',
  direction: 'TARGET',
  name: 'taxpayer',
  columns: [column('uscc', 1), column('NAME', 2), column('address', 3)],
};

const grant = {
  id: 'g1',
  items: [
    { itemId: 'i1', name: '统一社会信用代码', fieldName: 'uscc', dataType: 'C' },
    { itemId: 'i2', name: '名称', fieldName: 'name', dataType: 'C' },
    { itemId: 'i3', name: '住所', fieldName: 'seat', dataType: 'C' },
  ],
  sourceTable: { schema: 'public', table: 'enterprise' },
} as unknown as ExchangeGrant;

const chosen = { ...emptyForm(), grantId: 'g1', targetTable: 'sw/public.taxpayer' };

describe('a design', () => {
  it('takes the granted table, its first key, and columns of the same name', () => {
    const design = designOf(chosen, grant, [source, target], [source, target]);
    expect(design.readable).toEqual([source]);
    expect(design.writable).toEqual([target]);
    expect(design.source).toBe(source);
    expect(design.key).toEqual(['uscc']);
    expect(design.targetKey).toEqual(['uscc']);
    expect(design.lines.map((line) => line.targetColumn)).toEqual(['uscc', 'NAME', '']);
  });

  it('leaves out what is left out, and its share of the key', () => {
    const form = { ...chosen, sourceKey: 'name,seat', left: new Set(['i2']) };
    const design = designOf({ ...form, targets: { i3: 'address' } }, grant, [source], [target]);
    expect(design.lines.map((line) => line.itemId)).toEqual(['i1', 'i3']);
    expect(design.key).toEqual(['name', 'seat']);
    expect(design.targetKey).toEqual(['address']);
  });

  it('has nothing while nothing is chosen', () => {
    const design = designOf(emptyForm(), undefined, [], []);
    expect(design).toMatchObject({ source: undefined, target: undefined, key: [], lines: [] });
  });

  it('sends further targets with the same key, and lanes only if there are several', () => {
    const form = {
      ...chosen,
      targetNode: 'sw',
      lanes: '3',
      moreTargets: [{ node: 'tj', table: 'main/in.flow.enterprise' }],
    };
    const design = designOf(form, grant, [source], [target]);
    expect(draftOf(form, design)).toMatchObject({
      lanes: 3,
      targets: [
        { node: 'sw', dataSource: 'sw', schema: 'public', table: 'taxpayer' },
        { node: 'tj', dataSource: 'main', schema: 'in', table: 'flow.enterprise' },
      ],
    });
    expect(draftOf(chosen, design)).not.toHaveProperty('targets');
    expect(draftOf(chosen, design)).not.toHaveProperty('lanes');
  });

  it('is sent with a watermark only where one is used', () => {
    const form = { ...chosen, code: ' push ', watermark: 'seat' };
    const design = designOf(form, grant, [source], [target]);
    expect(draftOf(form, design)).toMatchObject({
      code: 'push',
      source: { dataSource: 'gs', table: 'enterprise', watermarkColumn: null },
    });
    expect(draftOf({ ...form, mode: 'INCREMENT' }, design).source.watermarkColumn).toBe('seat');
  });
});

describe('a service that is to be changed', () => {
  const service = {
    grantId: 'g1',
    code: 'push',
    name: '推送',
    domain: 'dzhy',
    process: '登记',
    mode: 'FULL',
    suite: 'GM',
    source: {
      node: 'gs',
      dataSource: 'gs',
      schema: 'public',
      table: 'enterprise',
      keyColumns: ['name', 'seat'],
    },
    target: {
      node: 'sw',
      dataSource: 'sw',
      schema: 'public',
      table: 'taxpayer',
      keyColumns: ['NAME', 'address'],
    },
    mapping: [
      { itemId: 'i2', sourceColumn: 'name', targetColumn: 'NAME', targetType: 'text' },
      { itemId: 'i3', sourceColumn: 'seat', targetColumn: 'address', targetType: 'text' },
      {
        itemId: 'i3',
        sourceColumn: 'seat',
        targetColumn: 'uscc',
        targetType: 'text',
        steps: [{ function: 'MASK', arguments: ['1', '1'] }],
      },
    ],
    filter: [{ column: 'seat', operator: 'IS_NOT_NULL', values: [] }],
  } as unknown as ServiceDetail;

  it('comes back as it was sent', () => {
    const form = formOf(service, grant);
    expect([...form.left]).toEqual(['i1']);
    const draft = draftOf(form, designOf(form, grant, [source], [target]));
    expect(draft.source).toEqual({ ...service.source, watermarkColumn: null });
    expect(draft.target).toEqual(service.target);
    expect(draft.suite).toBe('GM');
    expect(draft.mapping).toEqual(
      service.mapping.map(({ targetType: _, ...line }) => ({ steps: [], ...line })),
    );
    expect(draft.filter).toEqual(service.filter);
  });

  it('replaces the targets by a full copy alone, which may do without a key', () => {
    const form = { ...chosen, replaces: 'yes' };
    const design = designOf(form, grant, [source], [target]);
    expect(design.key).toEqual(['uscc']);
    expect(draftOf(form, design).replaces).toBe(true);
    const keyless = designOf({ ...form, sourceKey: NO_KEY }, grant, [source], [target]);
    expect([keyless.key, keyless.targetKey]).toEqual([[], []]);

    const increment = { ...form, mode: 'INCREMENT', sourceKey: NO_KEY };
    expect(designOf(increment, grant, [source], [target]).key).toEqual(['uscc']);
    expect(draftOf(increment, design)).not.toHaveProperty('replaces');
  });
});
