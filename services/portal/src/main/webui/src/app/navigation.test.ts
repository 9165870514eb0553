import { matchPath } from 'react-router';
import { describe, expect, it } from 'vitest';
import { may, type Me, type Role, ROLES } from './access';
import { MENU, menuFor, TOP } from './navigation';
import { ADDRESSES } from './Pages';

const user = (...roles: Role[]): Me => ({
  name: 'someone',
  displayName: 'someone',
  department: null,
  roles,
});

const groupEntries = (me: Me) => menuFor(me, '/').groups.flatMap((group) => group.entries);
const addresses = (me: Me) => groupEntries(me).map((entry) => entry.to);

describe('the menu', () => {
  it('names each page once', () => {
    const all = [...TOP, ...MENU.flatMap((group) => group.entries)].map((entry) => entry.to);
    expect(new Set(all).size).toBe(all.length);
  });

  it('shows the systems to those who may see them', () => {
    expect(addresses(user('node-operator'))).toContain('/reference/systems');
    expect(addresses(user('requester'))).not.toContain('/reference/systems');
  });

  it('shows campaigns, demands and objections to those who take part', () => {
    expect(addresses(user('monitor'))).not.toContain('/demands');
    expect(addresses(user('catalog-publisher'))).not.toContain('/objections');
    expect(addresses(user('catalog-publisher'))).toContain('/campaigns');
    expect(addresses(user('requester'))).toContain('/demands');
    expect(addresses(user('requester'))).not.toContain('/opening-plan');
    expect(addresses(user('sharing-reviewer'))).toContain('/opening-plan');
  });

  it('leaves out groups without a page for the user', () => {
    const titles = menuFor(user('requester'), '/').groups.map((group) => group.title);
    expect(titles).toContain('menu.exchange');
  });

  it('keeps nothing but the console for the three administrators', () => {
    for (const role of ['sysadmin', 'secadmin', 'auditor'] as const) {
      const { top, groups } = menuFor(user(role), '/');
      expect(top.map((entry) => entry.to)).toEqual(['/']);
      expect(groups).toEqual([]);
    }
  });

  it('leads nobody to a page that refuses them', () => {
    for (const { to } of [...TOP, ...MENU.flatMap((group) => group.entries)]) {
      const address = ADDRESSES.find(({ path }) => matchPath(path, to));
      for (const role of ROLES) {
        const shown = [...menuFor(user(role), '/').top, ...groupEntries(user(role))];
        if (address?.area && shown.some((entry) => entry.to === to)) {
          expect(may(user(role), address.area), `${role} to ${to}`).toBe(true);
        }
      }
    }
  });

  it('leaves open to the three administrators only what is their own', () => {
    expect(ADDRESSES.filter(({ area }) => !area).map(({ path }) => path)).toEqual([
      '/',
      '/resources/:id',
      '/notices',
      '/notices/settings',
      '/reference',
      '/exchange',
      '*',
    ]);
  });

  it('stands open where daily work is, and where the page is', () => {
    const open = (me: Me, path: string) =>
      menuFor(me, path)
        .groups.filter((group) => group.open)
        .map((group) => group.title);
    expect(open(user('monitor'), '/')).toEqual(['menu.exchange', 'menu.monitoring']);
    expect(open(user('monitor'), '/quality/resources')).toEqual([
      'menu.exchange',
      'menu.monitoring',
      'menu.statistics',
    ]);
  });

  it('marks the entry that a page belongs to', () => {
    expect(menuFor(user('monitor'), '/monitoring/services').current).toBe('/monitoring/services');
    expect(menuFor(user('monitor'), '/monitoring').current).toBe('/monitoring');
    expect(menuFor(user('requester'), '/catalog/17/apply').current).toBe('/catalog');
    expect(menuFor(user('requester'), '/').current).toBe('/');
    expect(menuFor(user('requester'), '/notices').current).toBeUndefined();
  });
});
