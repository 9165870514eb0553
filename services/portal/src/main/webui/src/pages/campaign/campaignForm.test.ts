import { describe, expect, it } from 'vitest';
import { emptyBatch, plansOf } from './campaignForm';

describe('the plan of a campaign', () => {
  it('numbers its batches and puts each department into its own', () => {
    const first = { ...emptyBatch(), name: ' 第一批 ', planUntil: '2027-01-31' };
    expect(
      plansOf([
        { ...first, departments: ['gs', 'bb'] },
        { ...emptyBatch(), departments: ['mz'] },
      ]),
    ).toEqual({
      batches: [
        {
          number: 1,
          name: '第一批',
          planUntil: '2027-01-31',
          surveyUntil: null,
          generateUntil: null,
          reviewUntil: null,
        },
        {
          number: 2,
          name: '',
          planUntil: null,
          surveyUntil: null,
          generateUntil: null,
          reviewUntil: null,
        },
      ],
      participants: [
        { department: 'gs', batch: 1 },
        { department: 'bb', batch: 1 },
        { department: 'mz', batch: 2 },
      ],
    });
  });
});
