/** Views of the monitoring service, `/api/monitoring/v1`. */
export const MONITORING = '/api/monitoring/v1';

export interface PlatformFigures {
  domains: number;
  deployedServices: number;
  runningServices: number;
  receivedMessages: number;
  sentMessages: number;
  receivedRows: number;
  sentRows: number;
  receivedBytes: number;
  sentBytes: number;
}

export interface Traffic {
  sentMessages: number;
  receivedMessages: number;
  sentRows: number;
  receivedRows: number;
  sentBytes: number;
  receivedBytes: number;
}

export interface DomainFigures extends Traffic {
  code: string;
  name: string;
  processes: number;
  deployedServices: number;
  runningServices: number;
  health: string;
}

export interface ServiceFigures extends Traffic {
  id: string;
  code: string;
  name: string;
  domain: string;
  domainName: string;
  process: string;
  sourceDepartment: string;
  targetDepartment: string;
  state: string;
  lastRun?: { id: string; state: string; changedAt: string } | null;
}

export interface NodeHealth {
  code: string;
  name: string;
  department: string;
  health: string;
  lastSeen?: string;
  agentVersion?: string;
}
