import type { components } from './generated/catalog';
import type { Maybe, Page, Sure } from './shapes';

/** Views of the catalogue service. */
export const CATALOG = '/api/catalog/v1';

export type { Page };

type Schemas = components['schemas'];

export type Department = Sure<Schemas['DepartmentView']>;
export type Category = Maybe<Sure<Schemas['CategoryView']>, 'parent'>;
/** A category with those below it. */
export type CategoryNode = Maybe<Omit<Sure<Schemas['CategoryNode']>, 'children'>, 'description'> & {
  children: CategoryNode[];
};
export type ResourceState = Schemas['ResourceState'];
export type RequestState = Schemas['RequestState'];
export type TodoKind = Schemas['TaskKind'];

export type Highlight = Maybe<Sure<Schemas['Highlight']>, 'itemId'>;
export type FacetCount = Maybe<Sure<Schemas['FacetCount']>, 'label' | 'parent'>;
export type Facets = { [K in keyof Sure<Schemas['Facets']>]: FacetCount[] };

export type ResourceSummary = Maybe<
  Omit<Sure<Schemas['ResourceSummary']>, 'highlights'>,
  'identifier' | 'publishedAt' | 'matchedItems'
> & { highlights?: Highlight[] };

export type ResourcePage = Page<ResourceSummary> & { next?: string; facets?: Facets };

export type DataItem = Maybe<
  Sure<Schemas['ItemView']>,
  | 'fieldName'
  | 'length'
  | 'sharingCondition'
  | 'legalBasis'
  | 'openCondition'
  | 'description'
  | 'legalBasisId'
  | 'dataElementId'
  | 'codeTableId'
>;
export type FormatType = Sure<Schemas['FormatTypeView']>;

export type Resource = Maybe<
  Omit<Sure<Schemas['ResourceView']>, 'items' | 'contact' | 'census'>,
  | 'identifier'
  | 'publishedAt'
  | 'sourceSchema'
  | 'sourceTable'
  | 'reviewedBy'
  | 'formatType'
  | 'openCondition'
  | 'officeId'
  | 'functionId'
  | 'matterId'
  | 'systemId'
  | 'campaignId'
  | 'proposedIdentifier'
  | 'dataUpdatedAt'
  | 'remarks'
> & {
  items: DataItem[];
  contact?: Partial<Sure<Schemas['Contact']>>;
  census?: Partial<Sure<Schemas['Census']>>;
};

export type HistoryEntry = Maybe<Sure<Schemas['TransitionView']>, 'department' | 'remark'>;

/** A step of a request that somebody has taken. */
export type Step = Maybe<Sure<Schemas['Step']>, 'remark'>;

type RequestItem = NonNullable<Schemas['RequestView']['items']>[number];
type RequestObjection = NonNullable<Schemas['RequestView']['objections']>[number];

export type Clock = Maybe<
  Sure<Schemas['ClockView']>,
  'dueAt' | 'workingDays' | 'daysLeft' | 'stoppedAt'
>;
export type Advice = Maybe<Sure<Schemas['Advice']>, 'resourceId' | 'resourceName'>;

export type AccessRequest = Maybe<
  Omit<
    Sure<Schemas['RequestView']>,
    'items' | 'complianceCheck' | 'decision' | 'clocks' | 'objections' | 'advices'
  >,
  | 'scenario'
  | 'grantId'
  | 'legalBasisId'
  | 'renewsGrantId'
  | 'rowFilter'
  | 'conditions'
  | 'submittedAt'
> & {
  items: Maybe<Sure<RequestItem>, 'fieldName' | 'sharingCondition' | 'outcome' | 'reason'>[];
  complianceCheck?: Step;
  decision?: Step;
  clocks?: Clock[];
  objections?: Maybe<Sure<RequestObjection>, 'outcome' | 'decidedBy' | 'decidedAt' | 'remark'>[];
  advices?: Advice[];
};

export type RequestTransition = Maybe<
  Sure<Schemas['RequestTransitionView']>,
  'from' | 'department' | 'remark'
>;
type Due = Maybe<Sure<Schemas['DeadlineView']>, never>;
export type RequestPreview = Omit<
  Sure<Schemas['RequestPreview']>,
  'items' | 'advices' | 'complianceCheck' | 'answer'
> & {
  items: { id: string; name: string; sharingType: string; sharingCondition?: string }[];
  advices: Advice[];
  complianceCheck?: Due;
  answer?: Due;
};

type GrantItem = NonNullable<Schemas['GrantView']['items']>[number];

export type Grant = Maybe<
  Omit<Sure<Schemas['GrantView']>, 'items'>,
  | 'revokedBy'
  | 'revokedAt'
  | 'revocationReason'
  | 'rowFilter'
  | 'conditions'
  | 'replaces'
  | 'replacedBy'
> & { items: Maybe<Sure<GrantItem>, 'fieldName' | 'length'>[] };

export type Todo = Sure<Schemas['TodoView']>;
export type Count = Sure<Schemas['Count']>;
export type CompilationRow = Maybe<Sure<Schemas['CompilationRow']>, 'library'>;
export type CountedItem = Maybe<Sure<Schemas['CountedItem']>, 'fieldName'>;
export type Contributor = Sure<Schemas['Contributor']>;
export type DepartmentQuality = Sure<Schemas['DepartmentQuality']>;
export type ResourceQuality = Sure<Schemas['ResourceQuality']>;
export type Evaluation = Maybe<
  Sure<Schemas['EvaluationView']>,
  'computedAt' | 'publishedBy' | 'publishedAt'
>;
type Measured = Maybe<Sure<Schemas['Measured']>, 'score'>;
export type DepartmentResult = Maybe<
  Omit<Sure<Schemas['DepartmentResult']>, 'indicators'>,
  'rank' | 'score' | 'statement'
> & { indicators: Measured[] };
export type Evidence = Sure<Schemas['Evidence']>;
export type Task = Maybe<
  Sure<Schemas['TaskView']>,
  'department' | 'sentBy' | 'sentFrom' | 'dueAt' | 'daysLeft' | 'assignee' | 'delegate'
>;
export type HandOverResult = Omit<Sure<Schemas['BulkHandOverResult']>, 'items'> & {
  items: Maybe<
    Sure<Schemas['BulkHandOverItem']>,
    'kind' | 'title' | 'code' | 'reason' | 'revision'
  >[];
};
export type Delegation = Maybe<Sure<Schemas['DelegationView']>, 'remark' | 'endedAt'>;
export type Person = Maybe<Sure<Schemas['PersonView']>, 'department'>;
export type FieldChange = Maybe<Sure<Schemas['FieldChange']>, 'before' | 'after' | 'effect'>;
export type Difference = Omit<
  Sure<Schemas['DifferenceView']>,
  'difference' | 'affectedGrants' | 'affected'
> & {
  affectedGrants?: number;
  affected?: { item?: string; grants: number }[];
  difference: {
    breaking: boolean;
    fields: FieldChange[];
    items: { kind: string; name: string; breaking: boolean; fields: FieldChange[] }[];
    order?: string[];
  };
};
export type PossibleStep = Maybe<Sure<Schemas['PossibleStep']>, 'code' | 'reason'>;
export type ReviewView = {
  resource: Resource;
  difference?: Difference;
  lastReturn?: HistoryEntry;
  steps: PossibleStep[];
};
export type Job = Maybe<
  Sure<Schemas['JobView']>,
  'stage' | 'total' | 'message' | 'problem' | 'result' | 'startedAt' | 'endedAt'
>;
export type Import = Maybe<
  Omit<Sure<Schemas['ImportView']>, 'job'>,
  'sheet' | 'faultCounts' | 'mode' | 'as' | 'approval' | 'campaignId' | 'campaignId'
> & { job?: Job };
export type Fault = Maybe<
  Sure<Schemas['FaultView']>,
  'column' | 'header' | 'value' | 'proposal' | 'suggestion' | 'resourceRow'
>;
export type KeptResource = Maybe<Sure<Schemas['KeptView']>, 'identifier'>;
export type Objection = Maybe<
  Omit<Sure<Schemas['ObjectionView']>, 'row' | 'clocks' | 'answer'>,
  'arbitration'
> & {
  row?: { key: string; foundValue: string; expectedValue?: string; evidence?: string };
  answer?: { by: string; at: string; note?: string; correctedAt?: string };
  clocks?: Clock[];
};
export type Demand = Maybe<
  Omit<Sure<Schemas['DemandView']>, 'clocks' | 'answer'>,
  | 'scenario'
  | 'legalBasisId'
  | 'preferredDepartment'
  | 'providerDepartment'
  | 'assignment'
  | 'resource'
> & { clocks?: Clock[]; answer?: { note?: string; availableBy?: string } };
export type Candidates = {
  resources: {
    id: string;
    name: string;
    department: Department;
    score: number;
    matchedItems: string[];
  }[];
  departments: { department: Department; score: number; because: string; name?: string }[];
};
export type Need = Maybe<Sure<Schemas['NeedView']>, 'provider'>;
export type SheetReport = Omit<Sure<Schemas['SheetReport']>, 'faults'> & {
  faults: Maybe<Sure<Schemas['SheetFault']>, 'column' | 'field' | 'suggestion' | 'value'>[];
};
export type DataUpdate = Maybe<Sure<Schemas['DataUpdateView']>, 'rowCount' | 'note'>;
export type Deviation = Maybe<Sure<Schemas['Deviation']>, 'is' | 'standard'>;
export type ObjectionCounts = Sure<Schemas['ObjectionCounts']>;
export type ObjectionStatistics = Sure<Schemas['ObjectionStatistics']>;
export type CategoryDetail = Maybe<Sure<Schemas['CategoryDetail']>, 'parent' | 'description'>;
export type SavedSearch = Sure<Schemas['SavedSearchView']>;
export type Opening = Maybe<
  Sure<Schemas['OpeningView']>,
  | 'plannedBy'
  | 'reason'
  | 'review'
  | 'editedBy'
  | 'editedAt'
  | 'reviewedBy'
  | 'reviewedAt'
  | 'remark'
>;
export type Campaign = Maybe<Sure<Schemas['CampaignView']>, 'description' | 'closedAt'>;
export type Participant = Maybe<Sure<Schemas['ParticipantView']>, 'reportedBy' | 'reportedAt'>;
export type CampaignProgress = { departments: Page<Participant> };
export type Notice = Maybe<Sure<Schemas['NoticeView']>, 'link' | 'readAt'>;
export type NoticeSettings = Maybe<Sure<Schemas['SettingView']>, 'email' | 'refusal'>;
export type Subscription = Maybe<Sure<Schemas['SubscriptionView']>, 'resource'>;
export type Statistics = Sure<Schemas['StatisticsView']>;

export const SHARING_TYPES: readonly Schemas['SharingType'][] = [
  'UNCONDITIONAL',
  'CONDITIONAL',
  'NOT_SHARED',
];
export const OPEN_TYPES: readonly Schemas['OpenType'][] = ['OPEN', 'ON_REQUEST', 'CLOSED'];
export const DATA_TYPES: readonly Schemas['DataType'][] = [
  'C',
  'N',
  'Y',
  'D',
  'T',
  'L',
  'M',
  'G',
  'B',
  'I',
  'F',
];
export const DATA_STRUCTURES: readonly Schemas['DataStructure'][] = [
  'STRUCTURED',
  'SEMI_STRUCTURED',
  'UNSTRUCTURED',
];
export const RESOURCE_FORMATS: readonly Schemas['ResourceFormat'][] = [
  'DATABASE',
  'SPREADSHEET',
  'ELECTRONIC_FILE',
  'IMAGE',
  'STREAMING_MEDIA',
  'SELF_DESCRIBING',
  'SERVICE_INTERFACE',
];
export const UPDATE_FREQUENCIES: readonly Schemas['UpdateFrequency'][] = [
  'REALTIME',
  'DAILY',
  'WEEKLY',
  'TEN_DAYS',
  'MONTHLY',
  'QUARTERLY',
  'YEARLY',
  'IRREGULAR',
];
export const SHARING_METHODS: readonly Schemas['SharingMethod'][] = [
  'DATABASE',
  'FILE',
  'API',
  'MESSAGE',
  'MEDIA',
];
export const REQUEST_STATES: readonly RequestState[] = [
  'DRAFT',
  'SUBMITTED',
  'COMPLIANCE_PASSED',
  'RETURNED',
  'GRANTED',
  'PARTIALLY_GRANTED',
  'REFUSED',
  'OBJECTED',
  'WITHDRAWN',
  'EXPIRED',
  'LAPSED',
];
export const CRITERIA: readonly Schemas['Criterion'][] = [
  'SUMMARY',
  'KEYWORDS',
  'CONTACT',
  'FORMAT_TYPE',
  'OFFICE',
  'FUNCTION',
  'SYSTEM',
  'CENSUS',
  'OPEN_CONDITION',
  'ITEMS_DESCRIBED',
  'FRESHNESS',
  'ANSWERS_IN_TIME',
];
export const TASK_KINDS: readonly TodoKind[] = [
  'RESOURCE_RETURNED',
  'RESOURCE_REVIEW',
  'RESOURCE_PUBLICATION',
  'REQUEST_COMPLIANCE_CHECK',
  'REQUEST_DECISION',
  'REQUEST_RETURNED',
  'REQUEST_ARBITRATION',
  'VALUE_OBJECTION',
  'DEMAND_ASSIGNMENT',
  'DEMAND_ANSWER',
  'CAMPAIGN_STEP',
  'OBJECTION_INFORMATION',
  'OBJECTION_ARBITRATION',
  'OPENING_REVIEW',
];
export const OBJECTION_STATES: readonly Schemas['ObjectionState'][] = [
  'SUBMITTED',
  'NEEDS_INFORMATION',
  'ACCEPTED',
  'REJECTED',
  'IN_ARBITRATION',
  'CONFIRMED',
  'UPHELD',
  'DISMISSED',
];
export const DEMAND_STATES: readonly Schemas['DemandState'][] = [
  'SUBMITTED',
  'ASSIGNED',
  'PLANNED',
  'FULFILLED',
  'DECLINED',
  'REFUSED',
  'WITHDRAWN',
];
export const OPENING_STATUSES: readonly Schemas['OpeningStatus'][] = [
  'ALREADY_OPEN',
  'PLANNED',
  'COULD_BE',
  'NOT',
];
