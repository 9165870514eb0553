import { describe, expect, it } from 'vitest';
import type { ScheduleSettings } from '../../api/exchange';
import { draftOf, formOf } from './scheduleForm';

const nightly: ScheduleSettings = {
  kind: 'CRON',
  cron: '0 30 2 * * ?',
  windows: [{ days: 'WORKING_DAYS', from: '20:00:00', to: '06:00:00' }],
  priority: 5,
  retry: {
    attempts: 2,
    firstDelaySeconds: 60,
    factor: 2,
    longestDelaySeconds: 600,
    kinds: ['DATA'],
  },
  bytesPerSecond: 100000,
  backlogMinutes: 90,
  reconcileAfterRuns: true,
};

describe('the form of a schedule', () => {
  it('sends back what it was given', () => {
    expect(draftOf(formOf(nightly))).toEqual({
      ...nightly,
      everyMinutes: null,
      afterServiceId: null,
      badRowPercent: null,
      windows: [{ days: 'WORKING_DAYS', from: '20:00', to: '06:00' }],
    });
  });

  it('leaves out what belongs to another trigger', () => {
    const draft = draftOf({ ...formOf(nightly), kind: 'INTERVAL', everyMinutes: '30' });
    expect(draft.cron).toBeNull();
    expect(draft.everyMinutes).toBe(30);
  });

  it('sends no retries when there are none', () => {
    expect(draftOf({ ...formOf(nightly), attempts: '0' }).retry).toBeNull();
  });
});
