import type { RunProgress } from '../../api/exchange';

/** A span of time in its two greatest units, or the parts of it that there are. */
export function span(seconds: number): { unit: 'day' | 'hour' | 'minute' | 'second'; n: number }[] {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    { unit: 'day' as const, n: Math.floor(whole / 86_400) },
    { unit: 'hour' as const, n: Math.floor((whole % 86_400) / 3_600) },
    { unit: 'minute' as const, n: Math.floor((whole % 3_600) / 60) },
    { unit: 'second' as const, n: whole % 60 },
  ];
  const first = parts.findIndex((part) => part.n > 0);
  if (first < 0) return [parts[3]!];
  return parts.slice(first, first + 2).filter((part) => part.n > 0);
}

/** Whether more has come than was expected, so that the estimate says nothing any more. */
export function exceeded(progress: RunProgress): boolean {
  return progress.expectedRows !== undefined && progress.remainingRows === undefined;
}
