import { describe, expect, it } from 'vitest';
import { monthsOf, type SpecialDay, turned, workingDaysOf, worksOn } from './days';

const holiday = (day: string, name = '国庆节'): SpecialDay => ({ day, kind: 'HOLIDAY', name });
const worked = (day: string): SpecialDay => ({ day, kind: 'WORKING_DAY', name: '调休' });

const cellOf = (year: number, date: string, days: SpecialDay[] = []) => {
  const cell = monthsOf(year, days)
    .flatMap((month) => month.weeks.flat())
    .find((each) => each?.date === date);
  if (!cell) throw new Error(date);
  return cell;
};

describe('a year', () => {
  it('has twelve months of whole weeks that begin on Monday', () => {
    const months = monthsOf(2026, []);
    expect(months).toHaveLength(12);
    expect(months.every((month) => month.weeks.every((week) => week.length === 7))).toBe(true);
    // 1 January 2026 was a Thursday.
    expect(months[0]?.weeks[0]?.map((cell) => cell?.day)).toEqual([
      undefined,
      undefined,
      undefined,
      1,
      2,
      3,
      4,
    ]);
  });

  it('has each of its days once, leap years too', () => {
    for (const [year, length] of [
      [2024, 366],
      [2026, 365],
      [2100, 365],
    ] as const) {
      const dates = monthsOf(year, [])
        .flatMap((month) => month.weeks.flat())
        .filter((cell) => cell !== undefined)
        .map((cell) => cell.date);
      expect(new Set(dates).size, String(year)).toBe(length);
      expect(dates.length, String(year)).toBe(length);
    }
  });

  it('counts working days by weekday, holidays and days made up', () => {
    expect(workingDaysOf(monthsOf(2026, []))).toBe(261);
    const days = [holiday('2026-10-01'), holiday('2026-10-03'), worked('2026-10-10')];
    // One weekday less, one Saturday more.
    expect(workingDaysOf(monthsOf(2026, days))).toBe(261);
    expect(workingDaysOf(monthsOf(2026, [holiday('2026-10-01')]))).toBe(260);
  });

  it('works on weekdays that are no holidays, and on weekends made up', () => {
    expect(worksOn(cellOf(2026, '2026-10-08'))).toBe(true);
    expect(worksOn(cellOf(2026, '2026-10-01', [holiday('2026-10-01')]))).toBe(false);
    expect(worksOn(cellOf(2026, '2026-10-10'))).toBe(false);
    expect(worksOn(cellOf(2026, '2026-10-10', [worked('2026-10-10')]))).toBe(true);
  });
});

describe('turning a day', () => {
  it('makes a weekday a holiday, and back', () => {
    const once = turned([], '2026-10-01', '国庆节');
    expect(once).toEqual([holiday('2026-10-01')]);
    expect(turned(once, '2026-10-01', '国庆节')).toEqual([]);
  });

  it('makes a weekend a holiday, then worked on, and back', () => {
    const once = turned([], '2026-10-10', '国庆节');
    expect(once[0]?.kind).toBe('HOLIDAY');
    const twice = turned(once, '2026-10-10', '');
    expect(twice).toEqual([{ day: '2026-10-10', kind: 'WORKING_DAY', name: '国庆节' }]);
    expect(turned(twice, '2026-10-10', '')).toEqual([]);
  });

  it('keeps the days in order', () => {
    const days = turned([holiday('2026-10-02')], '2026-05-01', '劳动节');
    expect(days.map((each) => each.day)).toEqual(['2026-05-01', '2026-10-02']);
  });
});
