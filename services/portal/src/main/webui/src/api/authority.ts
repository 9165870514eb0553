import type { components } from './generated/catalog';
import type { Maybe, Sure } from './shapes';

/** Views of 一数一源. */
export const AUTHORITY = '/api/catalog/v1/authority';

type Schemas = components['schemas'];

export type Decision = Maybe<
  Sure<Schemas['DecisionView']>,
  'departmentCode' | 'seriesId' | 'itemName'
>;
export type Candidate = Omit<Sure<Schemas['CandidateView']>, 'decision'> & {
  decision?: Decision;
};
export type ComparedItem = Maybe<Sure<Schemas['ComparedItemView']>, 'length'>;
export interface Synonym {
  id: string;
  word: string;
  meaning: string;
  changedBy: string;
  changedAt: string;
  revision: number;
}
export type Source = Maybe<
  Sure<Schemas['SourceView']>,
  | 'basis'
  | 'authoritative'
  | 'department'
  | 'resourceId'
  | 'resourceIdentifier'
  | 'resourceName'
  | 'sourceItemId'
  | 'sourceItemName'
>;

export const CANDIDATE_STATUSES: readonly Schemas['CandidateStatus'][] = [
  'OPEN',
  'SAME',
  'DIFFERENT',
];
