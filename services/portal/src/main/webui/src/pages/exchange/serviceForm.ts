import type { ExchangeGrant, NodeTable, ServiceDetail } from '../../api/exchange';
import { keysOf, proposeColumn, tableId } from './inventory';

/** What a designer enters: texts, items left out, and target columns chosen by hand. */
export type ServiceForm = {
  grantId: string;
  code: string;
  name: string;
  domain: string;
  process: string;
  mode: string;
  suite: string;
  sourceNode: string;
  sourceTable: string;
  /** Names of the key's columns with commas between them; empty for the first key. */
  sourceKey: string;
  watermark: string;
  targetNode: string;
  targetTable: string;
  left: Set<string>;
  targets: Record<string, string>;
};

/** The form before anything is entered. */
export function emptyForm(): ServiceForm {
  return {
    grantId: '',
    code: '',
    name: '',
    domain: '',
    process: '',
    mode: 'FULL',
    suite: 'INTL',
    sourceNode: '',
    sourceTable: '',
    sourceKey: '',
    watermark: '',
    targetNode: '',
    targetTable: '',
    left: new Set(),
    targets: {},
  };
}

/** The form of a service that is to be changed. */
export function formOf(service: ServiceDetail, grant: ExchangeGrant): ServiceForm {
  const mapped = new Map(service.mapping.map((line) => [line.itemId, line.targetColumn]));
  return {
    grantId: service.grantId,
    code: service.code,
    name: service.name,
    domain: service.domain,
    process: service.process,
    mode: service.mode,
    suite: service.suite,
    sourceNode: service.source.node,
    sourceTable: tableId({ ...service.source, name: service.source.table }),
    sourceKey: service.source.keyColumns.join(),
    watermark: service.source.watermarkColumn ?? '',
    targetNode: service.target.node,
    targetTable: tableId({ ...service.target, name: service.target.table }),
    left: new Set(grant.items.map((item) => item.itemId).filter((id) => !mapped.has(id))),
    targets: Object.fromEntries(mapped),
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
  lines: { itemId: string; sourceColumn: string; targetColumn: string }[];
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
  const lines = (grant?.items ?? [])
    .filter((item) => !form.left.has(item.itemId))
    .map((item) => ({
      itemId: item.itemId,
      sourceColumn: item.fieldName ?? '',
      targetColumn: form.targets[item.itemId] ?? proposeColumn(item.fieldName, target),
    }));
  const keys = keysOf(source);
  const key = keys.find((columns) => columns.join() === form.sourceKey) ?? keys[0] ?? [];
  const targetKey = key
    .map((column) => lines.find((line) => line.sourceColumn === column)?.targetColumn ?? '')
    .filter((column) => column !== '');
  return { readable, writable, source, target, keys, key, targetKey, lines };
}

/** What is sent to the exchange. */
export function draftOf(form: ServiceForm, design: Design) {
  const { source, target } = design;
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
    },
    target: {
      node: form.targetNode,
      dataSource: target?.dataSource,
      schema: target?.schema,
      table: target?.name,
      keyColumns: design.targetKey,
    },
    mapping: design.lines,
  };
}
