import type { components } from './generated/catalog';
import type { Maybe, Sure } from './shapes';

/** Views of proposals: tables put forward as entries of the catalogue. */
export const PROPOSALS = '/api/catalog/v1/proposals';

type Schemas = components['schemas'];

export type ProposedItem = Maybe<
  Sure<Schemas['ProposedItem']>,
  'length' | 'sharingCondition' | 'description' | 'dataElementId' | 'dataElementName'
>;
export type Proposal = Maybe<
  Omit<Sure<Schemas['ProposalView']>, 'items'>,
  | 'campaignId'
  | 'node'
  | 'dataSource'
  | 'catalogued'
  | 'resourceId'
  | 'remark'
  | 'decidedBy'
  | 'decidedAt'
> & { items: ProposedItem[] };
export type ProposalsMade = Omit<Sure<Schemas['ProposalsMade']>, 'proposals'> & {
  proposals: Proposal[];
};

export const PROPOSAL_STATES: readonly Schemas['ProposalState'][] = [
  'OPEN',
  'ACCEPTED',
  'DISMISSED',
];
