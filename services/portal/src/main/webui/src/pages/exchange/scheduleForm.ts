import type { ScheduleSettings, TimeWindow } from '../../api/exchange';

/** A schedule as its form holds it: numbers as they are typed. */
export type ScheduleForm = {
  kind: string;
  cron: string;
  everyMinutes: string;
  afterServiceId: string;
  windows: TimeWindow[];
  priority: string;
  badRowPercent: string;
  bytesPerSecond: string;
  backlogMinutes: string;
  reconcileAfterRuns: string;
  attempts: string;
  firstDelaySeconds: string;
  factor: string;
  longestDelaySeconds: string;
  kinds: string;
};

const text = (value: number | string | null | undefined) => (value == null ? '' : String(value));
const numberOf = (value: string) => (value.trim() === '' ? null : Number(value));

export function formOf(settings: ScheduleSettings): ScheduleForm {
  const { retry } = settings;
  return {
    kind: settings.kind,
    cron: text(settings.cron),
    everyMinutes: text(settings.everyMinutes),
    afterServiceId: text(settings.afterServiceId),
    windows: settings.windows.map((w) => ({
      days: w.days,
      from: w.from.slice(0, 5),
      to: w.to.slice(0, 5),
    })),
    priority: text(settings.priority),
    badRowPercent: text(settings.badRowPercent),
    bytesPerSecond: text(settings.bytesPerSecond),
    backlogMinutes: text(settings.backlogMinutes),
    reconcileAfterRuns: settings.reconcileAfterRuns ? 'YES' : 'NO',
    attempts: text(retry.attempts),
    firstDelaySeconds: text(retry.firstDelaySeconds),
    factor: text(retry.factor),
    longestDelaySeconds: text(retry.longestDelaySeconds),
    kinds: retry.kinds.length === 0 ? 'STRUCTURE,DATA,PERMISSION,OTHER' : retry.kinds.join(','),
  };
}

/** What is sent; what belongs to another kind of trigger is left out. */
export function draftOf(form: ScheduleForm) {
  const attempts = numberOf(form.attempts) ?? 0;
  return {
    kind: form.kind,
    cron: form.kind === 'CRON' ? form.cron.trim() : null,
    everyMinutes: form.kind === 'INTERVAL' ? numberOf(form.everyMinutes) : null,
    afterServiceId: form.kind === 'ARRIVAL' ? form.afterServiceId || null : null,
    windows: form.windows.map((w) => ({
      days: w.days,
      from: w.from.trim() || null,
      to: w.to.trim() || null,
    })),
    priority: numberOf(form.priority),
    badRowPercent: numberOf(form.badRowPercent),
    bytesPerSecond: numberOf(form.bytesPerSecond),
    backlogMinutes: numberOf(form.backlogMinutes),
    reconcileAfterRuns: form.reconcileAfterRuns === 'YES',
    retry:
      attempts === 0
        ? null
        : {
            attempts,
            firstDelaySeconds: numberOf(form.firstDelaySeconds) ?? 0,
            factor: numberOf(form.factor) ?? 0,
            longestDelaySeconds: numberOf(form.longestDelaySeconds) ?? 0,
            kinds: form.kinds.split(',').filter((kind) => kind !== ''),
          },
  };
}
