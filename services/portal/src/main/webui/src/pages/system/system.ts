import type { Department } from '../../api/catalog';

export type CleanUp = 'KEEP' | 'MERGE' | 'RETIRE';

/** An information system as far as its clean-up goes. */
export interface System {
  id: string;
  department: Department;
  name: string;
  usageFrequency?: string;
  state: string;
  userCount?: number;
  lastUsedOn?: string;
  lastSeenOn?: string;
  connection?: string;
  connectionDetail?: string;
  decision?: {
    decision: CleanUp;
    targetId?: string;
    targetName?: string;
    reason: string;
    by: string;
    at: string;
  };
  revision: number;
}

/** A system that is asked whether it is still needed. */
export interface AuditedSystem {
  system: System;
  reasons: string[];
  idleDays?: number;
}

/** How far a department has come with its clean-up. */
export interface DepartmentAudit {
  department: Department;
  systems: number;
  suspects: number;
  open: number;
  keep: number;
  merge: number;
  retire: number;
}

export const CLEAN_UPS: readonly CleanUp[] = ['KEEP', 'MERGE', 'RETIRE'];

/** All departments together. */
export function totalOf(audits: DepartmentAudit[]): Omit<DepartmentAudit, 'department'> {
  const sum = (count: (audit: DepartmentAudit) => number) =>
    audits.reduce((all, audit) => all + count(audit), 0);
  return {
    systems: sum((audit) => audit.systems),
    suspects: sum((audit) => audit.suspects),
    open: sum((audit) => audit.open),
    keep: sum((audit) => audit.keep),
    merge: sum((audit) => audit.merge),
    retire: sum((audit) => audit.retire),
  };
}

/** The clean-up list that a number counts. */
export function suspectsAt(
  department: string | undefined,
  decision: CleanUp | 'OPEN' | 'ANY',
  idleDays: string,
): string {
  const search = new URLSearchParams();
  if (department) search.set('department', department);
  if (decision !== 'OPEN') search.set('decision', decision);
  if (idleDays) search.set('idleDays', idleDays);
  const text = search.toString();
  return `/systems/audit${text ? `?${text}` : ''}`;
}
