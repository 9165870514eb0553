/** What the list of runs is narrowed by, as it stands in the address. */
export const RUN_FILTERS = [
  'service',
  'state',
  'cause',
  'mode',
  'domain',
  'department',
  'node',
  'reason',
  'from',
  'to',
  'sort',
] as const;

type Filters = Partial<Record<(typeof RUN_FILTERS)[number], string>>;

/** The question to the service: days of the address become the points in time where they begin. */
export function runQuestion(search: URLSearchParams): Filters {
  const question: Filters = {};
  for (const name of RUN_FILTERS) {
    const value = search.get(name);
    if (value) question[name] = value;
  }
  if (question.from) question.from = startOf(question.from, 0);
  if (question.to) question.to = startOf(question.to, 1);
  return question;
}

/** Midnight in Asia/Shanghai at the beginning of a day, or of one some days later. */
function startOf(day: string, later: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  date.setUTCDate(date.getUTCDate() + later);
  return `${date.toISOString().slice(0, 10)}T00:00:00+08:00`;
}
