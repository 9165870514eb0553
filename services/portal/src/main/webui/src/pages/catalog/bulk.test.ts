import { describe, expect, it } from 'vitest';
import type { Role } from '../../app/access';
import { bulkPath, stepsFor } from './bulk';

const who = (...roles: Role[]) => ({ roles });

describe('steps with many resources', () => {
  it('are those that the role and the state allow', () => {
    expect(stepsFor(who('catalog-editor'), 'DRAFT')).toEqual(['SUBMIT', 'DELETE']);
    expect(stepsFor(who('catalog-editor'), 'RETURNED')).toEqual(['SUBMIT', 'DELETE']);
    expect(stepsFor(who('department-reviewer'), 'PENDING_REVIEW')).toEqual(['PASS', 'RETURN']);
    expect(stepsFor(who('catalog-publisher'), 'REGISTERED')).toEqual(['PUBLISH', 'RETURN']);
    expect(stepsFor(who('department-reviewer'), 'PUBLISHED')).toEqual(['WITHDRAW']);
  });

  it('are none for others, nor where nothing leads on', () => {
    expect(stepsFor(who('catalog-editor'), 'PENDING_REVIEW')).toEqual([]);
    expect(stepsFor(who('requester', 'monitor'), 'PUBLISHED')).toEqual([]);
    expect(stepsFor(who('catalog-publisher', 'department-reviewer'), 'WITHDRAWN')).toEqual([]);
  });

  it('are an order when one call does not take so many', () => {
    expect(bulkPath(1_000)).toBe('/api/catalog/v1/resources/bulk');
    expect(bulkPath(1_001)).toBe('/api/catalog/v1/resources/bulk/orders');
  });
});
