import type { components } from './generated/monitoring';
import type { Maybe, Sure } from './shapes';

/** Views of the monitoring service. */
export const MONITORING = '/api/monitoring/v1';

type Schemas = components['schemas'];

export type PlatformFigures = Sure<Schemas['PlatformView']>;
export type DomainFigures = Sure<Schemas['DomainView']>;
export type ServiceFigures = Maybe<Sure<Schemas['ServiceView']>, 'lastRun'>;
export type NodeHealth = Maybe<Sure<Schemas['NodeView']>, 'lastSeen' | 'agentVersion'>;
