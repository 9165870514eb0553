import { describe, expect, it } from 'vitest';
import type { Reconciliation } from '../../api/exchange';
import { failureOf, findingsOf } from './reconciliation';

const different: Reconciliation = {
  id: '1',
  runId: '2',
  targetNumber: 1,
  state: 'DIFFERENT',
  requestedBy: 'operator',
  requestedAt: '2026-11-23T00:00:00Z',
  automatic: false,
  whole: false,
  course: { look: 4, round: 3, groups: 0, rows: 0 },
  found: {
    missing: 2,
    altered: 0,
    surplus: 1,
    moving: 3,
    partial: false,
    marked: true,
    mendable: true,
  },
  parkedRows: 1,
};

describe('what is said of a reconciliation', () => {
  it('names each kind that there is, and parked rows', () => {
    expect(findingsOf(different).map((f) => f.key)).toEqual([
      'reconciliation.missing',
      'reconciliation.surplus',
      'reconciliation.moving',
      'reconciliation.parked',
    ]);
  });

  it('says how far one under way has come', () => {
    const pending: Reconciliation = {
      ...different,
      state: 'PENDING',
      found: undefined,
      course: { look: 2, round: 0, groups: 5, rows: 0 },
    };
    expect(findingsOf(pending)).toEqual([
      { key: 'reconciliation.looking', values: { look: 2, groups: 5 } },
    ]);
    expect(findingsOf({ ...pending, course: { look: 4, round: 1, groups: 0, rows: 9 } })).toEqual([
      { key: 'reconciliation.comparing', values: { round: 2, rows: 9 } },
    ]);
  });

  it('says that a run is needed when the source knows no mark', () => {
    const unmarked: Reconciliation = {
      ...different,
      state: 'MOVING',
      found: { ...different.found!, missing: 0, surplus: 0, marked: false },
    };
    expect(findingsOf(unmarked).map((f) => f.key)).toEqual([
      'reconciliation.moving',
      'reconciliation.unmarked',
    ]);
  });

  it('reads which end failed', () => {
    expect(failureOf('TARGET: table-missing: gone')).toEqual({
      side: 'TARGET',
      code: 'table-missing',
    });
    expect(failureOf(null)).toBeNull();
  });
});
