import type { Reconciliation } from '../../api/exchange';

type Finding =
  | 'reconciliation.looking'
  | 'reconciliation.comparing'
  | 'reconciliation.missing'
  | 'reconciliation.altered'
  | 'reconciliation.surplus'
  | 'reconciliation.moving'
  | 'reconciliation.partial'
  | 'reconciliation.unmarked'
  | 'reconciliation.parked'
  | 'reconciliation.whole';

/** What there is to say of a reconciliation, in the order in which it is said. */
export function findingsOf(
  reconciliation: Reconciliation,
): { key: Finding; values: Record<string, number> }[] {
  const { state, course, found, parkedRows, whole } = reconciliation;
  const findings: { key: Finding; values: Record<string, number> }[] = [];
  if (state === 'PENDING' && course) {
    findings.push(
      course.rows > 0
        ? {
            key: 'reconciliation.comparing',
            values: { round: course.round + 1, rows: course.rows },
          }
        : { key: 'reconciliation.looking', values: { look: course.look, groups: course.groups } },
    );
  }
  if (found) {
    for (const kind of ['missing', 'altered', 'surplus', 'moving'] as const) {
      if (found[kind] > 0) {
        findings.push({ key: `reconciliation.${kind}`, values: { rows: found[kind] } });
      }
    }
    if (found.partial) {
      findings.push({ key: 'reconciliation.partial', values: {} });
    }
    if (!found.marked && found.moving > 0) {
      findings.push({ key: 'reconciliation.unmarked', values: {} });
    }
    if ((parkedRows ?? 0) > 0 && state === 'DIFFERENT') {
      findings.push({ key: 'reconciliation.parked', values: { rows: parkedRows ?? 0 } });
    }
  }
  if (whole) {
    findings.push({ key: 'reconciliation.whole', values: {} });
  }
  return findings;
}

/** Which end could not, and why: the service says "TARGET: node-silent" and more in words. */
export function failureOf(
  reason: string | null | undefined,
): { side: string; code: string } | null {
  const [side, code] = (reason ?? '').split(': ');
  return side && code ? { side, code } : null;
}
