import type {
  ExchangeGrant,
  MappingStep,
  NodeTable,
  RowCondition,
  ServiceDetail,
} from '../../api/exchange';
import { keysOf, proposeColumn, tableId } from './inventory';
import { sentCondition, sentStep } from './mapping';

/** What a designer enters: texts, items left out, and target columns chosen by hand. */
export type ServiceForm = {
  grantId: string;
  code: string;
  name: string;
  domain: string;
  process: string;
  mode: string;
  /** Whether a full copy replaces the targets' content: `yes` or `no`. */
  replaces: string;
  suite: string;
  sourceNode: string;
  sourceTable: string;
  /** Names of the key's columns with commas between them; empty for the first key; see {@link NO_KEY}. */
  sourceKey: string;
  watermark: string;
  overlap: string;
  targetNode: string;
  targetTable: string;
  /** Places beside the first that get the same rows. */
  moreTargets: OtherTarget[];
  /** How many channels side by side bring rows to each target. */
  lanes: string;
  left: Set<string>;
  /** Further lines of items that go into more than one column; see {@link lineKeys}. */
  copies: string[];
  /** Target column by line. */
  targets: Record<string, string>;
  /** What is done to the values, by line. */
  steps: Record<string, MappingStep[]>;
  filter: RowCondition[];
};

/** What stands for no key where a table is replaced as a whole. */
export const NO_KEY = '-';

/** A further place where rows are written; its table is named as {@link tableId} does. */
export interface OtherTarget {
  node: string;
  table: string;
}

/** An item's lines in the mapping: its identity, and `identity#n` for each further one. */
export function lineKeys(itemId: string, copies: string[]): string[] {
  return [itemId, ...copies.filter((key) => key.startsWith(`${itemId}#`))];
}

/** A key for one more line of an item. */
export function nextCopy(itemId: string, copies: string[]): string {
  const numbers = lineKeys(itemId, copies).map((key) => Number(key.split('#')[1] ?? 1));
  return `${itemId}#${Math.max(...numbers) + 1}`;
}

/** The form before anything is entered. */
export function emptyForm(): ServiceForm {
  return {
    grantId: '',
    code: '',
    name: '',
    domain: '',
    process: '',
    mode: 'FULL',
    replaces: 'no',
    suite: 'INTL',
    sourceNode: '',
    sourceTable: '',
    sourceKey: '',
    watermark: '',
    overlap: '',
    targetNode: '',
    targetTable: '',
    moreTargets: [],
    lanes: '1',
    ...noMapping(),
  };
}

/** Nothing of a mapping is entered: what another grant or table begins with. */
export function noMapping() {
  return {
    left: new Set<string>(),
    copies: [] as string[],
    targets: {} as Record<string, string>,
    steps: {} as Record<string, MappingStep[]>,
    filter: [] as RowCondition[],
  };
}

/** The form of a service that is to be changed. */
export function formOf(service: ServiceDetail, grant: ExchangeGrant): ServiceForm {
  const copies: string[] = [];
  const mapped = new Map<string, ServiceDetail['mapping'][number]>();
  for (const line of service.mapping) {
    const key = mapped.has(line.itemId) ? nextCopy(line.itemId, copies) : line.itemId;
    if (key !== line.itemId) copies.push(key);
    mapped.set(key, line);
  }
  return {
    grantId: service.grantId,
    code: service.code,
    name: service.name,
    domain: service.domain,
    process: service.process,
    mode: service.mode,
    replaces: service.replaces ? 'yes' : 'no',
    suite: service.suite,
    sourceNode: service.source.node,
    sourceTable: tableId({ ...service.source, name: service.source.table }),
    sourceKey: service.source.keyColumns.join() || NO_KEY,
    watermark: service.source.watermarkColumn ?? '',
    overlap: service.source.overlap ?? '',
    targetNode: service.target.node,
    targetTable: tableId({ ...service.target, name: service.target.table }),
    moreTargets: (service.targets ?? []).slice(1).map((target) => ({
      node: target.node,
      table: tableId({ ...target, name: target.table }),
    })),
    lanes: String(service.lanes ?? 1),
    left: new Set(grant.items.map((item) => item.itemId).filter((id) => !mapped.has(id))),
    copies,
    targets: Object.fromEntries([...mapped].map(([key, line]) => [key, line.targetColumn])),
    steps: Object.fromEntries([...mapped].map(([key, line]) => [key, line.steps ?? []])),
    filter: service.filter ?? [],
  };
}

/** The tables that the two nodes open, and what of the form they decide. */
export interface Design {
  readable: NodeTable[];
  writable: NodeTable[];
  source: NodeTable | undefined;
  target: NodeTable | undefined;
  keys: string[][];
  key: string[];
  targetKey: string[];
  lines: { itemId: string; sourceColumn: string; targetColumn: string; steps: MappingStep[] }[];
  /** Columns of the granted items that the source has: what joins and filters may name. */
  columns: string[];
}

/** Whether what was entered replaces the targets' content. */
export function replaces(form: ServiceForm): boolean {
  return form.mode === 'FULL' && form.replaces === 'yes';
}

/** Puts together what was entered, what was granted and what the nodes open. */
export function designOf(
  form: ServiceForm,
  grant: ExchangeGrant | undefined,
  sourceTables: NodeTable[],
  targetTables: NodeTable[],
): Design {
  const readable = sourceTables.filter((table) => table.direction !== 'TARGET');
  const writable = targetTables.filter((table) => table.direction !== 'SOURCE');
  const granted = readable.find(
    (table) =>
      table.schema === grant?.sourceTable?.schema && table.name === grant?.sourceTable?.table,
  );
  const source = readable.find((table) => tableId(table) === form.sourceTable) ?? granted;
  const target = writable.find((table) => tableId(table) === form.targetTable);
  const items = grant?.items ?? [];
  const lines = items
    .filter((item) => !form.left.has(item.itemId))
    .flatMap((item) =>
      lineKeys(item.itemId, form.copies).map((line) => ({
        itemId: item.itemId,
        sourceColumn: item.fieldName ?? '',
        targetColumn:
          form.targets[line] ?? (line === item.itemId ? proposeColumn(item.fieldName, target) : ''),
        steps: (form.steps[line] ?? []).map(sentStep),
      })),
    );
  const columns = items
    .map((item) => item.fieldName ?? '')
    .filter((name) => source?.columns.some((column) => column.name === name));
  const keys = keysOf(source);
  const chosen = keys.find((columns) => columns.join() === form.sourceKey);
  const key = replaces(form) && form.sourceKey === NO_KEY ? [] : (chosen ?? keys[0] ?? []);
  const targetKey = key
    .map(
      (column) =>
        lines.find((line) => line.sourceColumn === column && line.steps.length === 0)
          ?.targetColumn ?? '',
    )
    .filter((column) => column !== '');
  return { readable, writable, source, target, keys, key, targetKey, lines, columns };
}

/** What is sent to the exchange. */
export function draftOf(form: ServiceForm, design: Design) {
  const { source, target } = design;
  const first = {
    node: form.targetNode,
    dataSource: target?.dataSource,
    schema: target?.schema,
    table: target?.name,
    keyColumns: design.targetKey,
  };
  return {
    code: form.code.trim(),
    name: form.name.trim(),
    domain: form.domain,
    process: form.process.trim(),
    grantId: form.grantId || null,
    mode: form.mode,
    suite: form.suite,
    source: {
      node: form.sourceNode,
      dataSource: source?.dataSource,
      schema: source?.schema,
      table: source?.name,
      keyColumns: design.key,
      watermarkColumn: form.mode === 'INCREMENT' ? form.watermark : null,
      ...(form.mode === 'INCREMENT' &&
        form.overlap.trim() !== '' && { overlap: form.overlap.trim() }),
    },
    target: first,
    ...(form.moreTargets.length > 0 && {
      targets: [first, ...form.moreTargets.map((each) => placeOf(each, design.targetKey))],
    }),
    ...(replaces(form) && { replaces: true }),
    ...(form.lanes !== '1' && { lanes: Number(form.lanes) }),
    mapping: design.lines,
    filter: form.filter.map(sentCondition),
  };
}

function placeOf(target: OtherTarget, keyColumns: string[]) {
  const [, dataSource, schema, table] = /^([^/]*)\/([^.]*)\.(.*)$/.exec(target.table) ?? [];
  return { node: target.node, dataSource, schema, table, keyColumns };
}
