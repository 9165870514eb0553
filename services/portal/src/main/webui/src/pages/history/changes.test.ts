import { describe, expect, it } from 'vitest';
import { addressOf, type Change, differencesOf, nameOfChanged } from './changes';

const change = (given: Partial<Change>): Change => ({
  id: 1,
  kind: 'office',
  objectId: 'o1',
  action: 'CHANGED',
  actor: 'gs-editor',
  at: '2026-11-22T01:00:00Z',
  ...given,
});

describe('a change', () => {
  it('shows what differs under the names of the form', () => {
    const shown = differencesOf(
      change({
        changed: ['duties', 'updatedAt'],
        before: { duties: '收文', updatedAt: 1 },
        after: { duties: '收文、发文', updatedAt: 2 },
      }),
    );
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({
      name: 'duties',
      label: 'reference.duties',
      before: '收文',
      after: '收文、发文',
    });
  });

  it('names a state by what it is a state of', () => {
    const state = { changed: ['state'], before: { state: 'A' }, after: { state: 'B' } };
    expect(differencesOf(change({ kind: 'department', ...state }))[0]?.codes).toBe(
      'departmentState',
    );
    expect(differencesOf(change({ kind: 'system', ...state }))[0]?.codes).toBe('systemState');
    expect(differencesOf(change({ kind: 'code-table', ...state }))[0]?.codes).toBe('entryState');
  });

  it('shows of lists only what came and what went', () => {
    const day = (date: string) => ({ day: date, kind: 'HOLIDAY', name: '国庆节' });
    const [days] = differencesOf(
      change({
        kind: 'calendar-year',
        changed: ['days'],
        before: { days: [day('2026-10-01'), day('2026-10-02')] },
        after: { days: [day('2026-10-02'), day('2026-10-03')] },
      }),
    );
    expect(days?.before).toEqual([day('2026-10-01')]);
    expect(days?.after).toEqual([day('2026-10-03')]);
  });

  it('has no differences where something came or went as a whole', () => {
    expect(differencesOf(change({ action: 'CREATED', after: { name: '办公室' } }))).toEqual([]);
  });

  it('names its object, also one that is gone', () => {
    expect(nameOfChanged(change({ after: { name: '办公室' } }))).toBe('办公室');
    expect(nameOfChanged(change({ action: 'REMOVED', before: { title: '通知' } }))).toBe('通知');
    expect(nameOfChanged(change({}))).toBe('o1');
  });

  it('leads to its object while there is one', () => {
    expect(addressOf(change({}))).toBe('/reference/offices/o1');
    expect(addressOf(change({ kind: 'department', objectId: 'gs' }))).toBe(
      '/reference/departments/gs',
    );
    expect(addressOf(change({ kind: 'calendar-year', objectId: '2026' }))).toBe(
      '/calendar?year=2026',
    );
    expect(addressOf(change({ action: 'REMOVED' }))).toBeUndefined();
    expect(addressOf(change({ kind: 'attachment' }))).toBeUndefined();
  });
});
