import type { NodeTable } from '../../api/exchange';

/** The identity of a table within its node. */
export function tableId(table: Pick<NodeTable, 'dataSource' | 'schema' | 'name'>): string {
  return `${table.dataSource}/${table.schema}.${table.name}`;
}

/** The column an item most likely stands for: the one of the same name, whatever its case. */
export function proposeColumn(wanted: string | undefined, table: NodeTable | undefined): string {
  const name = wanted?.toLowerCase();
  return table?.columns.find((column) => column.name.toLowerCase() === name)?.name ?? '';
}

/** Every set of columns that tells the rows of a table apart, the primary key first. */
export function keysOf(table: NodeTable | undefined): string[][] {
  if (!table) {
    return [];
  }
  const keys = [table.primaryKey, ...table.uniqueKeys].filter((key) => key.length > 0);
  return keys.filter(
    (key, index) => keys.findIndex((other) => other.join() === key.join()) === index,
  );
}
