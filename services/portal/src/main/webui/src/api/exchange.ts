import type { components } from './generated/exchange';
import type { Maybe, Sure } from './shapes';

/** Views of the exchange service. */
export const EXCHANGE = '/api/exchange/v1';

type Schemas = components['schemas'];

export type Domain = Sure<Schemas['DomainView']>;

export type ExchangeNode = Maybe<
  Sure<Schemas['NodeView']>,
  'agentVersion' | 'lastEventAt' | 'inventoryAt' | 'gmSigningKey' | 'gmAgreementKey' | 'gmKeyId'
>;

export type Enrolment = Maybe<
  Sure<Schemas['NodeEnrolment']>,
  'registrationCode' | 'keyId' | 'gmKeyId' | 'claimedAt' | 'decidedBy' | 'decidedAt'
>;

export type NodeTable = Maybe<
  Omit<Sure<Schemas['OpenTable']>, 'columns' | 'direction'>,
  'capture' | 'comment'
> & {
  direction: 'SOURCE' | 'TARGET' | 'BOTH';
  columns: Maybe<Sure<Schemas['InventoryColumn']>, 'comment'>[];
};

type GrantedItem = NonNullable<Schemas['GrantView']['items']>[number];

export type ExchangeGrant = Maybe<
  Omit<Sure<Schemas['GrantView']>, 'items'>,
  'requestId' | 'sourceTable' | 'endedAt' | 'endReason'
> & { items: Maybe<Sure<GrantedItem>, 'fieldName' | 'length'>[] };

export type ServiceEnd = Maybe<Sure<Schemas['Source']>, 'watermarkColumn' | 'overlap'>;

export type ServiceSummary = Maybe<Sure<Schemas['ServiceSummary']>, 'stopReason'>;

/** The algorithms that protect a service's rows on their way. */
export type Suite = 'INTL' | 'GM';

export type MappingFunction = Schemas['MappingFunction'];
/** What is done to a value on its way into the target's column. */
export interface MappingStep {
  function: MappingFunction;
  arguments: string[];
}
export type RowOperator = Schemas['RowOperator'];
/** What a row must fulfil to be read. */
export interface RowCondition {
  column: string;
  operator: RowOperator;
  values: string[];
}

export type ServiceDetail = Maybe<
  Omit<
    Sure<Schemas['ServiceView']>,
    'source' | 'target' | 'mapping' | 'filter' | 'targets' | 'lanes'
  >,
  'stopReason'
> & {
  /** All targets, if there are several. */
  targets?: ServiceEnd[];
  lanes?: number;
  source: ServiceEnd;
  target: ServiceEnd;
  suite: Suite;
  mapping: (Omit<Sure<Schemas['Column']>, 'steps'> & { steps?: MappingStep[] })[];
  filter?: RowCondition[];
};

type End = NonNullable<Schemas['RunView']['source']>;
export type RunEnd = Maybe<Sure<End>, 'state'>;

/** How fast a run or a channel goes; what nobody knows is absent. */
export type RunProgress = Maybe<Sure<Schemas['RunProgress']>, keyof Schemas['RunProgress']>;

export type Run = Maybe<
  Omit<Sure<Schemas['RunView']>, 'source' | 'target' | 'receipts' | 'channels' | 'progress'>,
  'startedAt' | 'endedAt' | 'reason' | 'detail'
> & {
  source: RunEnd;
  target: RunEnd;
  receipts: Maybe<Sure<Schemas['Receipts']>, 'lastSequence' | 'headDigest'>;
  /** Absent in lists. */
  channels?: RunChannel[];
  /** Absent once it has ended. */
  progress?: RunProgress;
};

/** A run's part in one channel. */
export type RunChannel = Maybe<
  Omit<Sure<Schemas['ChannelView']>, 'source' | 'target' | 'receipts' | 'progress'>,
  'startedAt' | 'endedAt' | 'reason' | 'detail'
> & { source: RunEnd; target: RunEnd; progress?: RunProgress };

export const RUN_STATES: readonly Schemas['RunPhase'][] = [
  'REQUESTED',
  'RUNNING',
  'PAUSED',
  'COMPLETED',
  'FAILED',
  'STOPPED',
];
export const RUN_CAUSES: readonly Schemas['RunCause'][] = [
  'HAND',
  'CRON',
  'INTERVAL',
  'ARRIVAL',
  'RETRY',
  'PROCESS',
  'RESEND',
  'REPLAY',
];
export const SERVICE_STATES: readonly Schemas['ServiceState'][] = ['DEPLOYED', 'STOPPED'];
export const SUITES: readonly Suite[] = ['INTL', 'GM'];

export const MODES: readonly Schemas['Mode'][] = ['FULL', 'INCREMENT', 'CAPTURE'];

export type Receipt = Sure<Schemas['ReceiptView']>;

/** Something that befell a channel of a run. */
export type RunEvent = Maybe<Sure<Schemas['ChannelEventView']>, 'reason' | 'actor'>;

/** The latest receipt of a channel at a time, with the centre's signature. */
export type ChannelHead = Sure<Schemas['ChannelHeadView']>;

/** By what the centre is known; without a key it signs nothing. */
export type CentreKeys = Maybe<Sure<Schemas['CentreKeyView']>, 'keyId'>;

type ParkedGroup = Maybe<Sure<Schemas['RowGroup']>, 'sqlState' | 'constraint' | 'column'>;
export type ParkedRows = Maybe<Omit<Sure<Schemas['ParkedRowsView']>, 'groups'>, 'reportedAt'> & {
  groups: ParkedGroup[];
};

/** A decision to give parked rows up. */
export type ParkedOrder = Maybe<Sure<Schemas['ParkedOrderView']>, 'runId' | 'reason'>;

type Difference = Maybe<Sure<Schemas['ColumnDifference']>, 'column' | 'expected' | 'found'>;
export type Drift = Maybe<Omit<Sure<Schemas['DriftView']>, 'differences'>, 'targetNumber'> & {
  differences: Difference[];
};

export type Withholding = Maybe<Sure<Schemas['WithholdingView']>, 'detail'>;

export type Reconciliation = Maybe<
  Sure<Schemas['ReconciliationView']>,
  'source' | 'target' | 'reason' | 'endedAt' | 'course' | 'found' | 'parkedRows'
>;

/** The run that brings rows again, and how many. */
export type RowsSentAgain = Sure<Schemas['RowsSentAgain']>;

export type TimeWindow = Sure<Schemas['TimeWindow']>;
export type ScheduleSettings = Maybe<
  Omit<Sure<Schemas['ScheduleDraft']>, 'windows' | 'retry'>,
  | 'cron'
  | 'everyMinutes'
  | 'afterServiceId'
  | 'badRowPercent'
  | 'bytesPerSecond'
  | 'backlogMinutes'
  | 'reconcileAfterRuns'
> & { windows: TimeWindow[]; retry: Sure<Schemas['RetryPolicy']> };
export type NextFiring = Maybe<Sure<Schemas['NextFiring']>, 'startsAt'>;
export type Schedule = Maybe<
  Omit<Sure<Schemas['ScheduleView']>, 'settings' | 'nextFirings'>,
  'afterServiceName' | 'changedBy' | 'changedAt'
> & { settings: ScheduleSettings; nextFirings: NextFiring[] };
export type Firing = Maybe<Sure<Schemas['FiringView']>, 'runId' | 'reason'>;
export type DesignVersion = Maybe<Sure<Schemas['VersionSummary']>, 'restoredFrom'>;
export type DesignDifference = Maybe<Sure<Schemas['DesignDifference']>, 'before' | 'after'>;

type TrialPlan = Maybe<Sure<Schemas['TrialPlan']>, never>;
type TrialTarget = Maybe<Omit<Sure<Schemas['TrialTarget']>, 'plan'>, 'reason'> & {
  plan?: TrialPlan;
};
export type Trial = Maybe<
  Omit<Sure<Schemas['Trial']>, 'source' | 'target' | 'targets' | 'rows'>,
  'reason' | 'endedAt'
> & {
  source?: TrialPlan;
  target?: TrialPlan;
  /** Every target, if there are several. */
  targets?: TrialTarget[];
  rows?: Sealed;
};
/** Parked rows on their way to one reader. */
export type Showing = Maybe<
  Omit<Sure<Schemas['ParkedShowingView']>, 'rows'>,
  'reason' | 'endedAt'
> & { rows?: Sealed };
export type Sealed = Sure<Schemas['SealedText']>;

export const MAPPING_FUNCTIONS: readonly MappingFunction[] = [
  'TRIM',
  'UPPER',
  'LOWER',
  'SUBSTRING',
  'DATE_FORMAT',
  'PARSE_DATE',
  'LOOKUP',
  'CONCATENATE',
  'MASK',
  'HASH',
  'DEFAULT',
  'CAST',
];
export const ROW_OPERATORS: readonly RowOperator[] = [
  'EQUALS',
  'NOT_EQUALS',
  'LESS',
  'AT_MOST',
  'GREATER',
  'AT_LEAST',
  'IN',
  'STARTS_WITH',
  'IS_NULL',
  'IS_NOT_NULL',
];
export const TRIGGERS: readonly Schemas['TriggerKind'][] = ['HAND', 'CRON', 'INTERVAL', 'ARRIVAL'];
export const WINDOW_DAYS: readonly Schemas['Days'][] = ['EVERY_DAY', 'WORKING_DAYS', 'DAYS_OFF'];
/** Those that trying again may mend. */
export const FAILURE_KINDS: readonly Schemas['FailureKind'][] = [
  'STRUCTURE',
  'DATA',
  'PERMISSION',
  'OTHER',
];

type Step = NonNullable<Schemas['ProcessRunView']['steps']>[number];
type ProcessEdge = Sure<Schemas['Edge']>;
export type Process = Omit<Sure<Schemas['ProcessView']>, 'edges'> & { edges: ProcessEdge[] };
export type ProcessRun = Maybe<
  Omit<Sure<Schemas['ProcessRunView']>, 'steps' | 'edges'>,
  'endedAt'
> & { steps: Maybe<Sure<Step>, 'runId' | 'reason' | 'startedAt' | 'endedAt'>[] };
