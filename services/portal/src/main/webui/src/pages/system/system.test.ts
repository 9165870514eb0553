import { describe, expect, it } from 'vitest';
import { suspectsAt, totalOf } from './system';

describe('the clean-up of systems', () => {
  it('sums what the departments have', () => {
    const one = { department: { code: 'gs', name: '省工商局' } };
    expect(
      totalOf([
        { ...one, systems: 5, suspects: 3, open: 1, keep: 1, merge: 0, retire: 1 },
        { ...one, systems: 2, suspects: 1, open: 0, keep: 0, merge: 1, retire: 0 },
      ]),
    ).toEqual({ systems: 7, suspects: 4, open: 1, keep: 1, merge: 1, retire: 1 });
    expect(totalOf([]).suspects).toBe(0);
  });

  it('opens exactly the rows that a number counts', () => {
    expect(suspectsAt('gs', 'MERGE', '90')).toBe(
      '/systems/audit?department=gs&decision=MERGE&idleDays=90',
    );
    expect(suspectsAt('gs', 'OPEN', '')).toBe('/systems/audit?department=gs');
    expect(suspectsAt(undefined, 'ANY', '')).toBe('/systems/audit?decision=ANY');
    expect(suspectsAt(undefined, 'OPEN', '')).toBe('/systems/audit');
  });
});
