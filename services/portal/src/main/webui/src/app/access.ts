/** The signed-in user as the portal tells it. */
export interface Me {
  name: string;
  displayName: string;
  department: { code: string; name: string } | null;
  roles: Role[];
}

export const ROLES = [
  'catalog-editor',
  'department-reviewer',
  'node-operator',
  'requester',
  'catalog-publisher',
  'sharing-reviewer',
  'exchange-designer',
  'exchange-operator',
  'monitor',
  'sysadmin',
  'secadmin',
  'auditor',
] as const;

export type Role = (typeof ROLES)[number];

/** 三员: they look after the platform and see nothing of the departments' business. */
const SEPARATED: readonly Role[] = ['sysadmin', 'secadmin', 'auditor'];
const EXCHANGE_STAFF: Role[] = ['exchange-designer', 'exchange-operator', 'monitor'];
const DEPARTMENT_USERS: Role[] = [
  'node-operator',
  'catalog-editor',
  'department-reviewer',
  'requester',
];

/**
 * Which roles a part of the portal is for. The services decide for themselves; this only keeps
 * what would be refused out of the menu and lets a page say who can help.
 */
export const AREAS = {
  /** What is published: for whoever is signed in, even without a role, but the 三员. */
  published: ROLES.filter((role) => !SEPARATED.includes(role)),
  compile: ['catalog-editor', 'department-reviewer', 'catalog-publisher'],
  edit: ['catalog-editor'],
  myRequests: ['requester'],
  apply: ['requester'],
  approvals: ['sharing-reviewer', 'department-reviewer'],
  grants: ['requester', 'department-reviewer', 'sharing-reviewer'],
  /** Everybody but the three administrators, who hold no business role. */
  business: [...DEPARTMENT_USERS, ...EXCHANGE_STAFF, 'catalog-publisher', 'sharing-reviewer'],
  manage: ['catalog-publisher'],
  organise: ['catalog-publisher', 'catalog-editor'],
  campaigns: ['catalog-publisher', 'catalog-editor', 'department-reviewer'],
  opening: ['catalog-publisher', 'catalog-editor', 'department-reviewer', 'sharing-reviewer'],
  /** Demands and objections: those who ask, those who answer, and who decides between them. */
  supply: ['requester', 'catalog-editor', 'department-reviewer', 'sharing-reviewer'],
  /** Systems are shown to their own department and to the publisher only. */
  systems: ['catalog-publisher', 'catalog-editor', 'department-reviewer', 'node-operator'],
  /** Who looks after identifiers, and who sees who changed what. */
  identifiers: ['catalog-publisher', 'catalog-editor', 'department-reviewer'],
  changes: ['catalog-publisher', 'catalog-editor', 'department-reviewer'],
  import: ['catalog-editor', 'catalog-publisher'],
  takeOver: ['catalog-publisher'],
  evaluate: ['catalog-publisher'],
  evaluations: ['catalog-publisher', 'catalog-editor', 'department-reviewer'],
  state: ['department-reviewer'],
  processes: EXCHANGE_STAFF,
  domains: EXCHANGE_STAFF,
  /** A department's own people see its own nodes only. */
  nodes: [...EXCHANGE_STAFF, 'node-operator'],
  askNodes: ['exchange-designer', 'exchange-operator', 'node-operator'],
  exchange: [...EXCHANGE_STAFF, ...DEPARTMENT_USERS],
  design: ['exchange-designer'],
  operate: ['exchange-operator'],
  platform: EXCHANGE_STAFF,
  monitoredServices: [...EXCHANGE_STAFF, ...DEPARTMENT_USERS],
} as const satisfies Record<string, readonly Role[]>;

export type Area = keyof typeof AREAS;

export function may(me: Me, area: Area): boolean {
  if (isSeparated(me)) {
    return false;
  }
  return area === 'published' || AREAS[area].some((role) => me.roles.includes(role));
}

/** Whether the user is one of the 三员, for whom nothing of the business is. */
export function isSeparated(me: Me): boolean {
  return me.roles.some((role) => SEPARATED.includes(role));
}
