/** Views of the catalogue service, `/api/catalog/v1`. */
export const CATALOG = '/api/catalog/v1';

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

export interface Department {
  code: string;
  name: string;
}

export interface Category {
  code: string;
  parent?: string;
  name: string;
}

export const RESOURCE_STATES = [
  'DRAFT',
  'RETURNED',
  'PENDING_REVIEW',
  'REGISTERED',
  'PUBLISHED',
  'WITHDRAWN',
  'SUPERSEDED',
] as const;
export type ResourceState = (typeof RESOURCE_STATES)[number];

export const SHARING_TYPES = ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'] as const;
export const OPEN_TYPES = ['OPEN', 'ON_REQUEST', 'CLOSED'] as const;
export const DATA_TYPES = ['C', 'N', 'Y', 'D', 'T', 'L', 'M', 'G', 'B', 'I', 'F'] as const;
export const DATA_STRUCTURES = ['STRUCTURED', 'SEMI_STRUCTURED', 'UNSTRUCTURED'] as const;
export const RESOURCE_FORMATS = [
  'DATABASE',
  'SPREADSHEET',
  'ELECTRONIC_FILE',
  'IMAGE',
  'STREAMING_MEDIA',
  'SELF_DESCRIBING',
  'SERVICE_INTERFACE',
] as const;
export const UPDATE_FREQUENCIES = [
  'REALTIME',
  'DAILY',
  'WEEKLY',
  'TEN_DAYS',
  'MONTHLY',
  'QUARTERLY',
  'YEARLY',
  'IRREGULAR',
] as const;
export const SHARING_METHODS = ['DATABASE', 'FILE', 'API', 'MESSAGE', 'MEDIA'] as const;

export interface ResourceSummary {
  id: string;
  identifier?: string;
  name: string;
  version: number;
  state: ResourceState;
  dataStructure: string;
  sharingType: string;
  openType: string;
  rowCount: number;
  department: Department;
  publishedAt?: string;
  itemCount: number;
  matchedItems?: string[];
}

export interface DataItem {
  id: string;
  name: string;
  fieldName?: string;
  dataType: string;
  length?: number;
  sharingType: string;
  sharingCondition?: string;
  legalBasis?: string;
  openType: string;
}

export interface Resource extends Omit<ResourceSummary, 'matchedItems'> {
  abstract: string;
  category: Category;
  format: string;
  updateFrequency: string;
  sharingMethod: string;
  sourceSchema?: string;
  sourceTable?: string;
  items: DataItem[];
  authoredBy: string;
  reviewedBy?: string;
  createdAt: string;
  updatedAt: string;
}

export interface HistoryEntry {
  action: string;
  from: ResourceState;
  to: ResourceState;
  actor: string;
  department?: string;
  remark?: string;
  at: string;
}

export interface AccessRequest {
  id: string;
  resource: { id: string; identifier?: string; name: string; version: number };
  providerDepartment: Department;
  requesterDepartment: Department;
  requestedBy: string;
  items: { id: string; name: string; fieldName?: string; dataType: string; sharingType: string }[];
  purpose: string;
  legalBasis: string;
  scenario?: string;
  frequency: string;
  method: string;
  validUntil: string;
  state: RequestState;
  complianceCheck?: Step;
  decision?: Step;
  grantId?: string;
  createdAt: string;
}

/** A step of a request that somebody has taken. */
export interface Step {
  by: string;
  at: string;
  remark?: string;
}

export const REQUEST_STATES = ['SUBMITTED', 'COMPLIANCE_PASSED', 'GRANTED', 'REFUSED'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export interface Grant {
  id: string;
  requestId: string;
  resource: { id: string; identifier?: string; name: string; version: number };
  providerDepartment: Department;
  requesterDepartment: Department;
  items: { id: string; name: string; fieldName?: string; dataType: string; length?: number }[];
  state: string;
  grantedBy: string;
  grantedAt: string;
  expiresAt: string;
  revokedBy?: string;
  revokedAt?: string;
  revocationReason?: string;
}

export type TodoKind =
  | 'RESOURCE_RETURNED'
  | 'RESOURCE_REVIEW'
  | 'RESOURCE_PUBLICATION'
  | 'REQUEST_COMPLIANCE_CHECK'
  | 'REQUEST_DECISION';

export interface Todo {
  total: number;
  kinds: { kind: TodoKind; count: number }[];
}

export interface Statistics {
  total: number;
  published: number;
  dataItems: number;
  shareable: number;
  byDepartment: { department: Department; resources: number; dataItems: number }[];
  bySharingType: { sharingType: string; resources: number }[];
  byOpenType: { openType: string; resources: number }[];
}
