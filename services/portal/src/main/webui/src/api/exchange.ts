/** Views of the exchange service, `/api/exchange/v1`. */
export const EXCHANGE = '/api/exchange/v1';

export interface Domain {
  code: string;
  name: string;
}

export interface ExchangeNode {
  code: string;
  name: string;
  department: string;
  keyId?: string;
  lastEventAt?: string;
  agentVersion?: string;
  inventoryAt?: string;
}

export interface NodeColumn {
  name: string;
  type: string;
  nullable: boolean;
  position: number;
  comment?: string;
}

export interface NodeTable {
  dataSource: string;
  kind: string;
  direction: 'SOURCE' | 'TARGET' | 'BOTH';
  schema: string;
  name: string;
  approximateRows: number;
  columns: NodeColumn[];
  primaryKey: string[];
  uniqueKeys: string[][];
}

export interface ExchangeGrant {
  id: string;
  resource: { id: string; identifier: string; name: string; version: string };
  providerDepartment: string;
  requesterDepartment: string;
  items: { itemId: string; name: string; fieldName?: string; dataType: string; length?: number }[];
  sourceTable?: { schema: string; table: string };
  state: string;
  grantedAt: string;
  expiresAt: string;
}

export interface ServiceEnd {
  node: string;
  dataSource: string;
  schema: string;
  table: string;
  keyColumns: string[];
  watermarkColumn?: string;
}

export interface ServiceSummary {
  id: string;
  code: string;
  name: string;
  domain: string;
  process: string;
  mode: string;
  sourceNode: string;
  targetNode: string;
  sourceDepartment: string;
  targetDepartment: string;
  state: string;
  stopReason?: string;
}

export interface ServiceDetail {
  id: string;
  code: string;
  name: string;
  domain: string;
  process: string;
  grantId: string;
  mode: string;
  source: ServiceEnd;
  target: ServiceEnd;
  mapping: { itemId: string; sourceColumn: string; targetColumn: string; targetType?: string }[];
  sourceDepartment: string;
  targetDepartment: string;
  state: string;
  stopReason?: string;
  createdBy: string;
  createdAt: string;
}

export interface RunEnd {
  state?: string;
  messages: number;
  rows: number;
  bytes: number;
  wireBytes: number;
}

export interface Run {
  id: string;
  service: { id: string; code: string; name: string };
  state: 'REQUESTED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'STOPPED';
  mode: string;
  requestedBy?: string;
  requestedAt?: string;
  startedAt?: string;
  endedAt?: string;
  source: RunEnd;
  target: RunEnd;
  receipts: { count: number; lastSequence?: number; headDigest?: string; verified: boolean };
  reason?: string;
  detail?: string;
}

export const RUN_STATES = ['REQUESTED', 'RUNNING', 'COMPLETED', 'FAILED', 'STOPPED'] as const;

export interface Receipt {
  sequence: number;
  kind: string;
  epoch: number;
  rows: number;
  bytes: number;
  digest: string;
  committedAt: string;
}

export interface Reconciliation {
  id: string;
  state: 'PENDING' | 'EQUAL' | 'DIFFERENT' | 'FAILED';
  source?: { rows: number; digest: string };
  target?: { rows: number; digest: string };
  reason?: string;
  requestedAt: string;
}
