import { describe, expect, it } from 'vitest';
import type { DataItem, Resource } from '../../api/catalog';
import { ApiProblem } from '../../api/client';
import {
  choicesOf,
  type Chosen,
  type EditConflict,
  editedMeanwhile,
  merge,
  presetOf,
  weave,
} from './conflict';
import { newItem } from './itemDraft';
import { draftOf } from './resourceDraft';

function item(name: string, fieldName?: string, rest: Partial<DataItem> = {}): DataItem {
  return {
    id: `id-${name}-${Math.random()}`,
    name,
    fieldName,
    dataType: 'C',
    length: 10,
    sharingType: 'UNCONDITIONAL',
    openType: 'CLOSED',
    sharingMethod: 'DATABASE',
    updateFrequency: 'DAILY',
    ...rest,
  } as DataItem;
}

function resource(items: DataItem[], rest: Partial<Resource> = {}): Resource {
  return {
    id: 'r',
    name: '企业信息',
    abstract: '合成数据',
    category: { code: '010201', name: '企业法人' },
    format: 'DATABASE',
    dataStructure: 'STRUCTURED',
    sharingType: 'UNCONDITIONAL',
    openType: 'CLOSED',
    updateFrequency: 'DAILY',
    sharingMethod: 'DATABASE',
    rowCount: 0,
    keywords: [],
    relatedResources: [],
    campaignId: 'campaign',
    items,
    ...rest,
  } as unknown as Resource;
}

function merged(
  mine: Resource,
  theirs: Resource,
  conflicts: EditConflict[],
  chosen: Chosen = presetOf(choicesOf(conflicts)),
) {
  return merge(draftOf(mine), theirs, conflicts, chosen);
}

const names = (items: { name: string }[]) => items.map(({ name }) => name);

describe('a refusal', () => {
  const body = {
    status: 412,
    current: { revision: 4, state: 'DRAFT', editedBy: 'gs-editor-2', updatedAt: '2026-11-22' },
    difference: [],
  };

  it('is a conflict if it says what somebody else saved', () => {
    expect(editedMeanwhile(new ApiProblem(body))?.current.editedBy).toBe('gs-editor-2');
  });

  it('is none if it says nothing, or is another one', () => {
    expect(editedMeanwhile(new ApiProblem({ status: 412 }))).toBeUndefined();
    expect(editedMeanwhile(new ApiProblem({ ...body, status: 409 }))).toBeUndefined();
    expect(editedMeanwhile(new Error('x'))).toBeUndefined();
  });
});

describe('choices', () => {
  it('keep together what makes sense only together', () => {
    const choices = choicesOf([
      { field: 'abstract', changedBy: 'BOTH' },
      { field: 'items[mc].sharingCondition', changedBy: 'OTHERS' },
      { field: 'items[mc].sharingType', changedBy: 'YOU' },
      { field: 'items[mc].length', changedBy: 'OTHERS' },
    ]);

    expect(choices.map(({ field, changedBy }) => [field, changedBy])).toEqual([
      ['abstract', 'BOTH'],
      ['items[mc].sharing', 'BOTH'],
      ['items[mc].length', 'OTHERS'],
    ]);
    expect(presetOf(choices)).toEqual({
      abstract: undefined,
      'items[mc].sharing': undefined,
      'items[mc].length': 'theirs',
    });
  });

  it('leave everything open where the beginning is not known', () => {
    expect(presetOf(choicesOf([{ field: 'name', yours: 'a', theirs: 'b' }]))).toEqual({
      name: undefined,
    });
  });
});

describe('merging', () => {
  it('keeps what was typed and takes what was chosen', () => {
    const mine = resource([item('名称', 'mc')], { name: '我的', abstract: '我的摘要' });
    const theirs = resource([item('名称', 'mc')], {
      name: '对方的',
      abstract: '对方的摘要',
      contact: { phone: '0311-1' },
    });
    const conflicts: EditConflict[] = [
      { field: 'name', yours: '我的', theirs: '对方的', changedBy: 'BOTH' },
      { field: 'abstract', yours: '我的摘要', theirs: '对方的摘要', changedBy: 'YOU' },
      { field: 'contact.phone', theirs: '0311-1', changedBy: 'OTHERS' },
    ];

    const draft = merged(mine, theirs, conflicts, {
      name: 'theirs',
      abstract: 'mine',
      'contact.phone': 'theirs',
    });

    expect(draft).toMatchObject({
      name: '对方的',
      abstract: '我的摘要',
      contactPhone: '0311-1',
    });
  });

  it('changes nothing while nothing is chosen', () => {
    const mine = resource([item('名称', 'mc'), item('住所', 'zs')]);
    const draft = draftOf(mine);
    const conflicts: EditConflict[] = [{ field: 'items[mc].length', yours: 10, theirs: 99 }];

    const result = merge(
      draft,
      resource([item('名称', 'mc', { length: 99 }), item('住所', 'zs')]),
      conflicts,
      {},
    );

    expect(result.items.map(({ length }) => length)).toEqual(['10', '10']);
    expect(result).toMatchObject({ name: draft.name, abstract: draft.abstract });
  });

  it('follows an item by its column when it has another name', () => {
    const mine = resource([item('企业名称', 'mc', { length: 50 })]);
    const theirs = resource([item('名称', 'mc', { length: 200 })]);

    const draft = merged(mine, theirs, [
      { field: 'items[mc].name', yours: '企业名称', theirs: '名称', changedBy: 'YOU' },
      { field: 'items[mc].length', yours: 50, theirs: 200, changedBy: 'OTHERS' },
    ]);

    expect(draft.items).toHaveLength(1);
    expect(draft.items[0]).toMatchObject({ name: '企业名称', length: '200' });
  });

  it('takes a type of sharing with its condition', () => {
    const mine = resource([item('名称', 'mc', { sharingType: 'NOT_SHARED', legalBasis: '某法' })]);
    const theirs = resource([
      item('名称', 'mc', { sharingType: 'CONDITIONAL', sharingCondition: '签订协议' }),
    ]);
    const conflicts: EditConflict[] = [
      { field: 'items[mc].legalBasis', yours: '某法', changedBy: 'YOU' },
      { field: 'items[mc].sharingCondition', theirs: '签订协议', changedBy: 'OTHERS' },
      { field: 'items[mc].sharingType', changedBy: 'BOTH' },
    ];

    const draft = merged(mine, theirs, conflicts, { 'items[mc].sharing': 'theirs' });

    expect(draft.items[0]).toMatchObject({
      sharingType: 'CONDITIONAL',
      sharingCondition: '签订协议',
    });
  });

  it('adds what others added, where they put it, beside what the writer added', () => {
    const mine = resource([item('甲', 'a'), item('丙', 'c'), item('我加的', 'm')]);
    const theirs = resource([item('甲', 'a'), item('乙', 'b'), item('丙', 'c')]);

    const draft = merged(mine, theirs, [
      { field: 'items[b]', theirs: { name: '乙' }, changedBy: 'OTHERS' },
      { field: 'items[m]', yours: { name: '我加的' }, changedBy: 'YOU' },
    ]);

    expect(names(draft.items)).toEqual(['甲', '乙', '丙', '我加的']);
  });

  it('removes what others removed, and leaves removed what the writer removed', () => {
    const mine = resource([item('甲', 'a'), item('乙', 'b')]);
    const theirs = resource([item('甲', 'a'), item('丙', 'c')]);

    const draft = merged(mine, theirs, [
      { field: 'items[b]', yours: { name: '乙' }, base: { name: '乙' }, changedBy: 'OTHERS' },
      { field: 'items[c]', theirs: { name: '丙' }, base: { name: '丙' }, changedBy: 'YOU' },
    ]);

    expect(names(draft.items)).toEqual(['甲']);
  });

  it('keeps an item that one changed and the other removed, until that is decided', () => {
    const mine = resource([item('甲', 'a', { length: 99 })]);
    const theirs = resource([item('乙', 'b')]);
    const conflicts: EditConflict[] = [
      { field: 'items[a]', yours: { name: '甲' }, base: { name: '甲' }, changedBy: 'BOTH' },
      { field: 'items[b]', theirs: { name: '乙' }, changedBy: 'OTHERS' },
    ];

    expect(names(merged(mine, theirs, conflicts).items)).toContain('甲');
    const gone = merged(mine, theirs, conflicts, { 'items[a]': 'theirs', 'items[b]': 'theirs' });
    expect(names(gone.items)).toEqual(['乙']);
  });

  it('takes the order of the others if it was chosen', () => {
    const mine = resource([item('甲', 'a'), item('乙', 'b'), item('我加的', 'm')]);
    const theirs = resource([item('乙', 'b'), item('甲', 'a')]);
    const conflicts: EditConflict[] = [
      { field: 'itemOrder', yours: ['a', 'b'], theirs: ['b', 'a'], changedBy: 'OTHERS' },
      { field: 'items[m]', yours: {}, changedBy: 'YOU' },
    ];

    expect(names(merged(mine, theirs, conflicts).items)).toEqual(['乙', '我加的', '甲']);
    expect(names(merged(mine, theirs, conflicts, { itemOrder: 'mine' }).items)).toEqual([
      '甲',
      '乙',
      '我加的',
    ]);
  });

  it('loses no row that has no name yet', () => {
    const mine = resource([item('甲', 'a')]);
    const draft = { ...draftOf(mine) };
    draft.items = [...draft.items, newItem(), newItem()];

    const result = merge(
      draft,
      resource([item('甲', 'a', { length: 99 })]),
      [{ field: 'items[a].length', changedBy: 'OTHERS' }],
      { 'items[a].length': 'theirs' },
    );

    expect(result.items.map(({ name, length }) => [name, length])).toEqual([
      ['甲', '99'],
      ['', ''],
      ['', ''],
    ]);
  });

  it('takes over campaign, code and what stands below an item’s row', () => {
    const mine = resource([item('甲', 'a')]);
    const theirs = resource([item('甲', 'a', { codeTableId: 't' })], {
      campaignId: 'another',
      proposedIdentifier: 'p',
    });

    const result = merged(mine, theirs, [
      { field: 'campaignId', changedBy: 'BOTH' },
      { field: 'proposedIdentifier', changedBy: 'OTHERS' },
      { field: 'items[a].codeTableId', changedBy: 'OTHERS' },
    ]);

    expect(result.campaignId).toBe('campaign');
    expect(result.proposedIdentifier).toBe('p');
    expect(result.items[0]!.codeTableId).toBe('t');
  });
});

describe('weaving two orders', () => {
  it('keeps the first and puts in what only the second has', () => {
    expect(weave(['a', 'c'], ['x', 'a', 'b', 'c', 'd'])).toEqual(['x', 'a', 'b', 'c', 'd']);
    expect(weave([], ['a', 'b'])).toEqual(['a', 'b']);
    expect(weave(['b', 'a'], ['a', 'b'])).toEqual(['b', 'a']);
  });
});
