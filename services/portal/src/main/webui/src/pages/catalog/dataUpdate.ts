/** What the service takes for what was typed: a day is its first moment in the platform's time. */
export function dataUpdateInput(typed: { updatedAt: string; rowCount: string; note: string }) {
  return {
    updatedAt: typed.updatedAt ? `${typed.updatedAt}T00:00:00+08:00` : null,
    rowCount: typed.rowCount === '' ? null : Number(typed.rowCount),
    note: typed.note.trim() || null,
  };
}
