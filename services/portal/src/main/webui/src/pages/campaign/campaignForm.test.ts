import { describe, expect, it } from 'vitest';
import type { Campaign, Participant } from '../../api/catalog';
import { begunIn, draftOf, emptyBatch, inputOf, plansOf } from './campaignForm';

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

describe('a campaign that is to be changed', () => {
  const days = {
    planUntil: '2027-01-31',
    surveyUntil: '2027-02-28',
    generateUntil: '2027-03-31',
    reviewUntil: '2027-04-30',
  };
  const campaign = {
    name: '法人库',
    category: { code: '1', name: '基础' },
    leadDepartment: { code: 'gs', name: '省工商局' },
    batches: [
      { number: 1, name: '第一批', ...days },
      { number: 2, name: '第二批', ...days },
    ],
  } as unknown as Campaign;
  const participant = (code: string, batch: number, step: string, status = 'WORKING') =>
    ({ department: { code, name: code }, batch, step, status }) as unknown as Participant;
  const participants = [participant('gs', 1, 'SURVEY'), participant('mz', 2, 'PLAN')];

  it('comes back as it was sent', () => {
    expect(inputOf(draftOf(campaign, participants))).toEqual({
      name: '法人库',
      categoryCode: '1',
      leadDepartment: 'gs',
      description: null,
      batches: [
        { number: 1, name: '第一批', ...days },
        { number: 2, name: '第二批', ...days },
      ],
      participants: [
        { department: 'gs', batch: 1 },
        { department: 'mz', batch: 2 },
      ],
    });
  });

  it('keeps the departments that have begun', () => {
    expect(begunIn([...participants, participant('sw', 2, 'PLAN', 'REPORTED')])).toEqual([
      'gs',
      'sw',
    ]);
  });
});
