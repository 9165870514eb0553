import { describe, expect, it } from 'vitest';
import { type Area, AREAS, may, type Me, type Role, ROLES } from './access';

const user = (...roles: Role[]): Me => ({
  name: 'someone',
  displayName: 'someone',
  department: null,
  roles,
});

describe('access', () => {
  it('gives the three administrators no business area', () => {
    for (const role of ['sysadmin', 'secadmin', 'auditor'] as const) {
      for (const area of Object.keys(AREAS) as Area[]) {
        expect(may(user(role), area), `${role} in ${area}`).toBe(false);
      }
    }
  });

  it('shows what is published even without a role', () => {
    expect(may(user(), 'published')).toBe(true);
    expect(may(user(), 'business')).toBe(false);
    expect(may(user('auditor', 'requester'), 'published')).toBe(false);
  });

  it('lets every other role into something', () => {
    for (const role of ROLES.filter((r) => !['sysadmin', 'secadmin', 'auditor'].includes(r))) {
      expect(
        (Object.keys(AREAS) as Area[]).some((area) => may(user(role), area)),
        role,
      ).toBe(true);
    }
  });

  it('keeps the platform figures from departments', () => {
    expect(may(user('requester', 'department-reviewer'), 'platform')).toBe(false);
    expect(may(user('monitor'), 'platform')).toBe(true);
  });
});
