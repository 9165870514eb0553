import type { Participant } from '../../api/catalog';

/** Kinds of work that a campaign's progress counts, in the order of the steps. */
export const WORK = [
  'functions',
  'systems',
  'evidence',
  'drafts',
  'inReview',
  'registered',
  'published',
] as const satisfies (keyof Participant['work'])[];

export type Work = (typeof WORK)[number];

/** States of the resources that a number counts. */
export const STATES: Partial<Record<Work, readonly string[]>> = {
  drafts: ['DRAFT', 'RETURNED'],
  inReview: ['PENDING_REVIEW'],
  registered: ['REGISTERED'],
  published: ['PUBLISHED'],
};

/** The page with exactly the rows that a number of a department counts. */
export function rowsOf(work: Work, campaign: string, department: string): string {
  const states = STATES[work];
  if (states) {
    return `/campaigns/${campaign}/resources?department=${department}&stage=${work}`;
  }
  if (work === 'evidence') {
    return `/campaigns/${campaign}/evidence?department=${department}`;
  }
  return `/reference/${work}?department=${department}`;
}
