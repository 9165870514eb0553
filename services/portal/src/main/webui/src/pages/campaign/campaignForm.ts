import type { Campaign, Participant } from '../../api/catalog';

/** A batch as it is typed: its name, its last days and its departments. */
export interface BatchDraft {
  name: string;
  planUntil: string;
  surveyUntil: string;
  generateUntil: string;
  reviewUntil: string;
  departments: string[];
}

export const DEADLINES = ['planUntil', 'surveyUntil', 'generateUntil', 'reviewUntil'] as const;

/** A batch before anything is typed. */
export function emptyBatch(): BatchDraft {
  return {
    name: '',
    planUntil: '',
    surveyUntil: '',
    generateUntil: '',
    reviewUntil: '',
    departments: [],
  };
}

/** A campaign as it is typed. A type, not an interface: it is what a form holds. */
export type CampaignDraft = {
  name: string;
  categoryCode: string;
  leadDepartment: string;
  description: string;
  batches: BatchDraft[];
};

/** A campaign before anything is typed. */
export function emptyDraft(): CampaignDraft {
  return {
    name: '',
    categoryCode: '',
    leadDepartment: '',
    description: '',
    batches: [emptyBatch()],
  };
}

/** A campaign as it is, to be changed. */
export function draftOf(campaign: Campaign, participants: Participant[]): CampaignDraft {
  const batches = campaign.batches.map((batch): BatchDraft => ({
    ...emptyBatch(),
    name: batch.name,
    ...Object.fromEntries(DEADLINES.map((day) => [day, batch[day] ?? ''])),
    departments: participants
      .filter((one) => one.batch === batch.number)
      .map((one) => one.department.code),
  }));
  return {
    name: campaign.name,
    categoryCode: campaign.category.code,
    leadDepartment: campaign.leadDepartment.code,
    description: campaign.description ?? '',
    batches: batches.length > 0 ? batches : [emptyBatch()],
  };
}

/** The departments that have reported something, and so cannot be taken out. */
export function begunIn(participants: Participant[]): string[] {
  return participants
    .filter((one) => one.step !== 'PLAN' || one.status !== 'WORKING' || one.reportedBy)
    .map((one) => one.department.code);
}

/** What is sent. */
export type CampaignInput = ReturnType<typeof inputOf>;

/** A campaign as the catalogue takes it. */
export function inputOf({ batches, ...values }: CampaignDraft) {
  return {
    ...values,
    description: values.description.trim() || null,
    ...plansOf(batches),
  };
}

/** Batches and participants as a campaign takes them; batches are numbered in their order. */
export function plansOf(batches: BatchDraft[]) {
  return {
    batches: batches.map(({ departments: _, ...batch }, index) => ({
      number: index + 1,
      name: batch.name.trim(),
      ...Object.fromEntries(DEADLINES.map((day) => [day, batch[day] || null])),
    })),
    participants: batches.flatMap(({ departments }, index) =>
      departments.map((department) => ({ department, batch: index + 1 })),
    ),
  };
}
