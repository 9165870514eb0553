import { describe, expect, it } from 'vitest';
import { rowsOf, STATES, WORK } from './work';

describe('a number of a campaign', () => {
  it('opens the rows it counts', () => {
    expect(rowsOf('functions', 'c1', 'gs')).toBe('/reference/functions?department=gs');
    expect(rowsOf('evidence', 'c1', 'gs')).toBe('/campaigns/c1/evidence?department=gs');
    expect(rowsOf('drafts', 'c1', 'gs')).toBe('/campaigns/c1/resources?department=gs&stage=drafts');
  });

  it('counts each state of a resource once', () => {
    const states = WORK.flatMap((work) => STATES[work] ?? []);
    expect(new Set(states).size).toBe(states.length);
  });
});
