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
