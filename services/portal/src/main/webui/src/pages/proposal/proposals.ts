import type { ApiProblem } from '../../api/client';
import type { ProposedItem } from '../../api/proposal';

/** A line of a script that cannot be read. */
export interface FaultyLine {
  line: number;
  text: string;
  message: string;
}

/** The lines of a script that a refusal names, with their text. */
export function faultyLines(ddl: string, problem: ApiProblem): FaultyLine[] {
  const lines = ddl.split(/\r\n|\r|\n/);
  return (problem.body.errors ?? []).flatMap((error) =>
    error.field === 'ddl' && error.row
      ? [{ line: error.row, text: (lines[error.row - 1] ?? '').trim(), message: error.message }]
      : [],
  );
}

/** An item as a draft takes it. */
export function itemInputOf(item: ProposedItem) {
  return {
    name: item.name,
    fieldName: item.fieldName,
    dataType: item.dataType,
    length: item.length ?? null,
    sharingType: item.sharingType,
    sharingCondition: item.sharingCondition ?? null,
    description: item.description ?? null,
    dataElementId: item.dataElementId ?? null,
  };
}
