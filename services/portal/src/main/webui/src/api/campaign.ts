import type { components } from './generated/catalog';
import type { Maybe, Sure } from './shapes';
import type { CampaignProgress } from './catalog';

type Schemas = components['schemas'];

export const campaignPath = (id: string) => `/api/catalog/v1/campaigns/${id}`;

export type Progress = CampaignProgress & {
  steps: { step: string; departments: number }[];
  accepted: number;
  overdue: number;
};
export type CampaignResource = Maybe<Sure<Schemas['CampaignResource']>, 'identifier'>;
export type CampaignEvent = Maybe<
  Sure<Schemas['CampaignEventView']>,
  'department' | 'step' | 'remark' | 'actorDepartment'
>;
export type CampaignEvidence = Maybe<Sure<Schemas['EvidenceView']>, 'description'>;

export const EVIDENCE_KINDS: readonly CampaignEvidence['kind'][] = [
  'DUTY_PLAN',
  'POWER_LIST',
  'SYSTEM_LIST',
  'MATTER_LIST',
  'POLICY_DOCUMENT',
  'PAPER_FILE',
  'ELECTRONIC_FILE',
];
