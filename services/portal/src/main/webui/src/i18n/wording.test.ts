import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { zh } from './zh';

const SERVICES = join(import.meta.dirname, '../../../../../..');

/** Texts that show what is typed just so, signs and all. */
const VERBATIM = ['calendar.csvHint', 'schedule.cronHint'];

const HAN = '\\p{Script=Han}';
// A western sign beside Chinese text, or a space beside a Chinese sign.
const MIXED = new RegExp(
  `${HAN}\\s*[,;:!?()]|[,;:!?()]\\s*${HAN}|[，。；：！？（）、] | [，。；：！？（）、]`,
  'u',
);

/** Texts of the services' problems, by file and key. */
function problemTexts(): [string, string][] {
  return readdirSync(SERVICES).flatMap((service) => {
    const file = join(service, 'src/main/resources/META-INF/govshare/problems_zh.properties');
    let lines: string[];
    try {
      lines = readFileSync(join(SERVICES, file), 'utf8').split('\n');
    } catch {
      return [];
    }
    return lines
      .filter((line) => line.includes('=') && !line.startsWith('#'))
      .map((line): [string, string] => {
        const at = line.indexOf('=');
        return [`${service} ${line.slice(0, at)}`, line.slice(at + 1)];
      });
  });
}

describe('Chinese texts', () => {
  it('have Chinese signs only', () => {
    const mixed = Object.entries(zh).filter(
      ([key, text]) => MIXED.test(text) && !VERBATIM.includes(key),
    );
    expect(mixed).toEqual([]);
  });

  it('of problems have Chinese signs only', () => {
    const texts = problemTexts();
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter(([, text]) => MIXED.test(text))).toEqual([]);
  });

  it('are put together from texts, not with western brackets', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/^i18n|\.test\.|generated/.test(file))
      .filter((file) => / \(\$\{/.test(readFileSync(join('src', file), 'utf8')));
    expect(sources).toEqual([]);
  });
});

/** Enumerations of the services that are shown, and the prefix of their labels. */
const SHOWN: Record<string, string> = {
  AuditReason: 'auditReason',
  Because: 'because',
  CampaignAction: 'campaignAction',
  CampaignStep: 'campaignStep',
  CandidateStatus: 'candidateStatus',
  ChangeAction: 'changeAction',
  CleanUpDecision: 'cleanUp',
  ClockState: 'clockState',
  CollisionKind: 'collisionKind',
  ColumnHint: 'columnHint',
  Criterion: 'criterion',
  CryptoSuite: 'suite',
  DataStructure: 'dataStructure',
  DataType: 'dataType',
  DayKind: 'dayKind',
  Days: 'windowDays',
  DecisionFilter: 'cleanUp',
  Delivery: 'delivery',
  DemandState: 'demandState',
  DepartmentKind: 'departmentKind',
  DepartmentState: 'departmentState',
  DeviationKind: 'deviationKind',
  DifferenceKind: 'driftKind',
  DocumentKind: 'documentKind',
  DomainHealth: 'health',
  Effect: 'effect',
  ElementType: 'dataType',
  EntryState: 'entryState',
  EvaluationState: 'evaluationState',
  EvidenceKind: 'evidenceKind',
  FailureKind: 'failureKind',
  FiringState: 'firingState',
  FrameKind: 'receiptKind',
  FunctionSource: 'functionSource',
  GrantState: 'grantState',
  ImportState: 'importState',
  ImportTarget: 'importTarget',
  Indicator: 'indicator',
  ItemChangeKind: 'itemChange',
  ItemOutcome: 'itemOutcome',
  JobState: 'jobState',
  LimitKind: 'limitKind',
  MappingFunction: 'mappingFunction',
  MatterKind: 'matterKind',
  Mode: 'mode',
  NeedKind: 'needKind',
  NodeHealth: 'nodeHealth',
  ObjectionOutcome: 'objectionOutcome',
  ObjectionState: 'objectionState',
  OpenType: 'openType',
  OpeningReview: 'openingReview',
  OpeningStatus: 'openingStatus',
  ParkedState: 'parkedState',
  PlatformConnection: 'connection',
  ProcessState: 'runState',
  ProposalOrigin: 'proposalOrigin',
  ProposalState: 'proposalState',
  ReconciliationState: 'reconciliationState',
  RegionLevel: 'regionLevel',
  RequestState: 'requestState',
  ResourceFormat: 'resourceFormat',
  ResourceState: 'resourceState',
  RowOperator: 'rowOperator',
  RunCause: 'runCause',
  RunPhase: 'runState',
  RunState: 'runState',
  SegmentSource: 'segmentSource',
  ServiceState: 'serviceState',
  SharingMethod: 'sharingMethod',
  SharingType: 'sharingType',
  StepState: 'stepState',
  StepStatus: 'stepStatus',
  SubscriptionKind: 'subscriptionKind',
  SystemNetwork: 'network',
  SystemState: 'systemState',
  TaskKind: 'todo',
  TransitionAction: 'historyAction',
  EnrolmentState: 'enrolmentState',
  TrialState: 'trialState',
  TriggerKind: 'trigger',
  UpdateFrequency: 'updateFrequency',
  UsageFrequency: 'usage',
  Verdict: 'candidateStatus',
};

/** Enumerations that the portal only sends, or tells in sentences of its own. */
const NOT_SHOWN = [
  'AcceptanceDecision',
  'AdviceKind',
  'Basis',
  'CaptureFitness',
  'ComplianceDecision',
  'DelegationRole',
  'DemandAction',
  'DemandAnswerDecision',
  'DemandAssignmentDecision',
  'EntryKind',
  'GrantRole',
  'ImportMode',
  'IntakeMode',
  'JsonNodeType',
  'Match',
  'NoticeKind',
  'ObjectionAction',
  'ObjectionAnswerDecision',
  'ObjectionArbitrationDecision',
  'ObjectionRole',
  'OpeningReviewDecision',
  'ProviderDecision',
  'PublicationDecision',
  'RegionStandard',
  'RequestAction',
  'RequestRole',
  'ReviewDecision',
  'TaskAssigned',
];

/** The named enumerations of an OpenAPI document and their values. */
function enumerations(service: string): [string, string[]][] {
  const lines = readFileSync(join(SERVICES, service, 'openapi/openapi.yaml'), 'utf8').split('\n');
  const found: [string, string[]][] = [];
  let name = '';
  let inside = false;
  for (const line of lines) {
    const schema = /^ {4}(\w+):$/.exec(line);
    if (schema) {
      name = schema[1]!;
      inside = false;
    } else if (/^ {6}enum:$/.test(line)) {
      inside = true;
      found.push([name, []]);
    } else if (inside && /^ {6}- /.test(line)) {
      found[found.length - 1]![1].push(line.slice(8).replaceAll('"', ''));
    } else {
      inside = false;
    }
  }
  return found;
}

describe('codes of the services', () => {
  const all = ['catalog', 'exchange', 'monitoring'].flatMap(enumerations);
  const unlabelled = (prefix: string, values: string[]) =>
    values.flatMap((value) =>
      [zh, en].flatMap((dictionary) =>
        (dictionary as Record<string, string>)[`${prefix}.${value}`] ? [] : `${prefix}.${value}`,
      ),
    );

  it('are labelled in both languages where they are shown', () => {
    expect(all.length).toBeGreaterThan(80);
    expect(
      all.flatMap(([name, values]) => (SHOWN[name] ? unlabelled(SHOWN[name], values) : [])),
    ).toEqual([]);
  });

  it('are either shown or known not to be', () => {
    const names = all.map(([name]) => name);
    expect(names.filter((name) => !SHOWN[name] && !NOT_SHOWN.includes(name))).toEqual([]);
    expect([...Object.keys(SHOWN), ...NOT_SHOWN].filter((name) => !names.includes(name))).toEqual(
      [],
    );
  });

  it('for which runs stop or fail are labelled', () => {
    const source = readFileSync(
      join(SERVICES, 'exchange/src/main/java/org/govshare/exchange/schedule/FailureKind.java'),
      'utf8',
    );
    const reasons = [...source.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)].map((match) => match[1]!);
    expect(reasons.length).toBeGreaterThan(20);
    expect(unlabelled('runReason', reasons)).toEqual([]);
  });

  it('for what befalls channels are told in sentences', () => {
    const source = readFileSync(
      join(SERVICES, 'exchange/src/main/java/org/govshare/exchange/run/ChannelEvent.java'),
      'utf8',
    );
    const kinds = [...source.matchAll(/^ {4}([A-Z_]+)[,;]?$/gm)].map((match) => match[1]!);
    expect(kinds).toContain('BACKLOG_DROPPED');
    expect(kinds.length).toBeGreaterThan(7);
    expect(unlabelled('runEvent', kinds)).toEqual([]);
  });

  it('are called in the table of runs as they are here', () => {
    const kinds: Record<string, string> = {
      RunPhase: 'runState',
      RunCause: 'runCause',
      Mode: 'mode',
      runReason: 'runReason',
    };
    for (const [language, dictionary] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const file = `exchange/src/main/resources/META-INF/govshare/problems_${language}.properties`;
      const found = [
        ...readFileSync(join(SERVICES, file), 'utf8').matchAll(
          /^value\.(RunPhase|RunCause|Mode|runReason)\.([\w-]+)=(.*)$/gm,
        ),
      ].map(([, kind, value, text]): [string, string] => [`${kinds[kind!]}.${value}`, text!]);
      const prefixes = Object.values(kinds);
      const here = Object.entries(dictionary).filter(([key]) =>
        prefixes.includes(key.slice(0, key.indexOf('.'))),
      );
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(here));
    }
  });

  it('of faults in workbooks are labelled', () => {
    const codes = problemTexts()
      .map(([key]) => /^catalog mend\.(.+)$/.exec(key)?.[1])
      // These two are no faults but how a mend is said.
      .filter((code): code is string => code !== undefined && !/^(proposal|otherwise)$/.test(code));
    expect(codes.length).toBeGreaterThan(30);
    expect(unlabelled('faultCode', codes)).toEqual([]);
  });
});
