import type { TextKey } from '../i18n';
import { type Area, may, type Me, type Role } from './access';

/** A page of the menu; without an area it is for everybody who is signed in. */
export interface MenuEntry {
  to: string;
  text: TextKey;
  area?: Area;
}

/** Pages of one task. */
export interface MenuGroup {
  title: TextKey;
  /** Whose daily work it is: the group stands open for them. */
  daily: readonly Role[];
  entries: MenuEntry[];
}

/** What stands above the groups. */
export const TOP: MenuEntry[] = [
  { to: '/', text: 'menu.console' },
  { to: '/tasks', text: 'menu.tasks', area: 'business' },
];

const CATALOGUERS: Role[] = ['catalog-editor', 'department-reviewer', 'catalog-publisher'];
const EXCHANGERS: Role[] = ['exchange-designer', 'exchange-operator', 'monitor'];

/** The menu, by task. */
export const MENU: MenuGroup[] = [
  {
    title: 'menu.catalogue',
    daily: [...CATALOGUERS, 'requester', 'sharing-reviewer'],
    entries: [
      { to: '/catalog', text: 'menu.resources', area: 'published' },
      { to: '/compile', text: 'menu.compile', area: 'compile' },
      { to: '/imports', text: 'menu.import', area: 'import' },
      { to: '/proposals', text: 'menu.proposals', area: 'edit' },
      { to: '/campaigns', text: 'menu.campaigns', area: 'campaigns' },
      { to: '/opening-plan', text: 'menu.opening', area: 'opening' },
      { to: '/authority', text: 'menu.authority', area: 'business' },
    ],
  },
  {
    title: 'menu.supplyAndDemand',
    daily: ['requester', 'department-reviewer', 'sharing-reviewer'],
    entries: [
      { to: '/requests', text: 'menu.myRequests', area: 'myRequests' },
      { to: '/approvals', text: 'menu.approvals', area: 'approvals' },
      { to: '/grants', text: 'menu.grants', area: 'grants' },
      { to: '/demands', text: 'menu.demands', area: 'supply' },
      { to: '/needs', text: 'menu.needs', area: 'supply' },
      { to: '/objections', text: 'menu.objections', area: 'supply' },
      { to: '/subscriptions', text: 'menu.subscriptions', area: 'business' },
    ],
  },
  {
    title: 'menu.exchange',
    daily: [...EXCHANGERS, 'node-operator'],
    entries: [
      { to: '/exchange/services', text: 'menu.services', area: 'exchange' },
      { to: '/exchange/runs', text: 'menu.runs', area: 'exchange' },
      { to: '/exchange/processes', text: 'menu.processes', area: 'processes' },
      { to: '/exchange/domains', text: 'menu.domains', area: 'domains' },
      { to: '/exchange/nodes', text: 'menu.nodes', area: 'nodes' },
    ],
  },
  {
    title: 'menu.monitoring',
    daily: EXCHANGERS,
    entries: [
      { to: '/monitoring', text: 'menu.platform', area: 'platform' },
      { to: '/monitoring/services', text: 'menu.serviceMonitor', area: 'monitoredServices' },
    ],
  },
  {
    title: 'menu.statistics',
    daily: [],
    entries: [
      { to: '/statistics', text: 'menu.compilation', area: 'published' },
      { to: '/quality', text: 'menu.quality', area: 'published' },
      { to: '/evaluations', text: 'menu.evaluations', area: 'published' },
    ],
  },
  {
    title: 'menu.organisation',
    daily: [],
    entries: [
      { to: '/reference/departments', text: 'reference.departments', area: 'business' },
      { to: '/reference/offices', text: 'reference.offices', area: 'business' },
      { to: '/reference/functions', text: 'reference.functions', area: 'business' },
      { to: '/reference/matters', text: 'reference.matters', area: 'business' },
      { to: '/reference/systems', text: 'reference.systems', area: 'systems' },
      { to: '/systems/audit', text: 'menu.systemAudit', area: 'systems' },
    ],
  },
  {
    title: 'menu.library',
    daily: [],
    entries: [
      { to: '/reference/documents', text: 'reference.documents', area: 'business' },
      { to: '/reference/data-elements', text: 'reference.elements', area: 'business' },
      { to: '/reference/code-tables', text: 'reference.codeTables', area: 'business' },
      { to: '/library/repealed', text: 'repealed.title', area: 'business' },
    ],
  },
  {
    title: 'menu.administration',
    daily: ['catalog-publisher'],
    entries: [
      { to: '/identifiers/scheme', text: 'menu.scheme', area: 'business' },
      { to: '/identifiers/reservations', text: 'menu.reservations', area: 'identifiers' },
      { to: '/identifiers/collisions', text: 'menu.collisions', area: 'identifiers' },
      { to: '/calendar', text: 'menu.calendar', area: 'business' },
      { to: '/time-limits', text: 'menu.timeLimits', area: 'business' },
      { to: '/reference/categories', text: 'category.title', area: 'business' },
      { to: '/reference/regions', text: 'reference.regions', area: 'business' },
      { to: '/search/upkeep', text: 'reindex.title', area: 'manage' },
      { to: '/changes', text: 'menu.changes', area: 'changes' },
    ],
  },
];

function entriesFor(me: Me, entries: MenuEntry[]): MenuEntry[] {
  return entries.filter((entry) => !entry.area || may(me, entry.area));
}

export interface Menu {
  top: MenuEntry[];
  groups: (MenuGroup & { open: boolean })[];
  /** Address of the entry that the page belongs to. */
  current?: string;
}

/** The menu as one user sees it on one page. */
export function menuFor(me: Me, pathname: string): Menu {
  const top = entriesFor(me, TOP);
  const groups = MENU.map((group) => ({ ...group, entries: entriesFor(me, group.entries) })).filter(
    (group) => group.entries.length > 0,
  );
  const current = [...top, ...groups.flatMap((group) => group.entries)]
    .filter(({ to }) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0]?.to;
  return {
    top,
    current,
    groups: groups.map((group) => ({
      ...group,
      open:
        group.daily.some((role) => me.roles.includes(role)) ||
        group.entries.some((entry) => entry.to === current),
    })),
  };
}
