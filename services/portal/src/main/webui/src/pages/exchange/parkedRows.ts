import type { ParkedRows } from '../../api/exchange';

/** A parked row as its reader opens it. */
export interface OpenedRow {
  number: number;
  runId: string;
  reason: string;
  constraint: string | null;
  column: string | null;
  values: Record<string, string | null>;
}

/** Columns of opened rows, in the order in which they first appear. */
export function columnsOf(rows: OpenedRow[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row.values)))];
}

/** What waiting rows have in common: reason, and the constraint where there is one. */
export interface Kind {
  reason: string;
  constraint: string | null;
  rows: number;
}

/** The kinds of rows that wait, over all runs and targets. */
export function waitingKinds(parked: ParkedRows): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const group of parked.groups) {
    if (group.state !== 'WAITING') continue;
    const constraint = group.constraint ?? null;
    const key = JSON.stringify([group.reason, constraint]);
    const known = kinds.get(key);
    kinds.set(key, {
      reason: group.reason,
      constraint,
      rows: (known?.rows ?? 0) + group.rows,
    });
  }
  return [...kinds.values()];
}
