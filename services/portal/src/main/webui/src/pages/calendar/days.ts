export type DayKind = 'HOLIDAY' | 'WORKING_DAY';

/** A day that is not what its weekday says. */
export interface SpecialDay {
  day: string;
  kind: DayKind;
  name: string;
}

/** A year whose holidays are announced. */
export interface CalendarYear {
  year: number;
  source: string;
  days: SpecialDay[];
  changedBy?: string;
  changedAt?: string;
}

/** One day in the table of its month. */
export interface Cell {
  date: string;
  day: number;
  weekend: boolean;
  special?: SpecialDay;
}

/** A month: weeks from Monday, with nothing where a day is of another month. */
export interface Month {
  month: number;
  weeks: (Cell | undefined)[][];
}

/** Days are counted in UTC, so that no clock that is put forward can lose one. */
function utc(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

/** The twelve months of a year with its special days. */
export function monthsOf(year: number, days: SpecialDay[]): Month[] {
  const special = new Map(days.map((each) => [each.day, each]));
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const length = utc(year, month + 1, 0).getUTCDate();
    // Monday is the first day of the week.
    const before = (utc(year, month, 1).getUTCDay() + 6) % 7;
    const cells: (Cell | undefined)[] = Array.from({ length: before });
    for (let day = 1; day <= length; day += 1) {
      const date = isoDate(utc(year, month, day));
      cells.push({ date, day, weekend: isWeekend(date), special: special.get(date) });
    }
    while (cells.length % 7 !== 0) {
      cells.push(undefined);
    }
    return {
      month,
      weeks: Array.from({ length: cells.length / 7 }, (_week, week) =>
        cells.slice(week * 7, week * 7 + 7),
      ),
    };
  });
}

/** Whether people work on a day. */
export function worksOn(cell: Cell): boolean {
  return cell.special ? cell.special.kind === 'WORKING_DAY' : !cell.weekend;
}

/**
 * The special days after one was turned: an ordinary day becomes a holiday, a holiday on a weekend
 * a day that is worked on, and everything else what its weekday says.
 */
export function turned(days: SpecialDay[], date: string, name: string): SpecialDay[] {
  const old = days.find((each) => each.day === date);
  const others = days.filter((each) => each.day !== date);
  if (!old) {
    return sorted([...others, { day: date, kind: 'HOLIDAY', name }]);
  }
  if (old.kind === 'HOLIDAY' && isWeekend(date)) {
    return sorted([...others, { day: date, kind: 'WORKING_DAY', name: name || old.name }]);
  }
  return others;
}

function sorted(days: SpecialDay[]): SpecialDay[] {
  return [...days].sort((a, b) => a.day.localeCompare(b.day));
}

/** How many days of a year are worked on. */
export function workingDaysOf(months: Month[]): number {
  return months
    .flatMap((month) => month.weeks.flat())
    .filter((cell) => cell !== undefined)
    .filter(worksOn).length;
}
