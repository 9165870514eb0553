import type { MappingFunction, MappingStep, RowCondition, RowOperator } from '../../api/exchange';
import type { TextKey, Texts } from '../../i18n';

/** What functions ask for that is plain text, in its order; code tables and joins have their own. */
export const ARGUMENTS: Partial<Record<MappingFunction, [TextKey, hint?: TextKey][]>> = {
  SUBSTRING: [['mapping.start'], ['mapping.length']],
  DATE_FORMAT: [
    ['mapping.pattern', 'mapping.patternHint'],
    ['mapping.zone', 'mapping.zoneHint'],
  ],
  PARSE_DATE: [['mapping.pattern', 'mapping.patternHint']],
  MASK: [['mapping.keptAtStart'], ['mapping.keptAtEnd']],
  HASH: [['mapping.salt', 'mapping.saltHint']],
  DEFAULT: [['mapping.value']],
};

/** A step just chosen: as many empty arguments as its function asks for. */
export function newStep(chosen: MappingFunction): MappingStep {
  const count = chosen === 'CONCATENATE' ? 1 : (ARGUMENTS[chosen]?.length ?? 0);
  return { function: chosen, arguments: Array.from({ length: count }, () => '') };
}

/** A step as it is sent: a time zone left empty is left out. */
export function sentStep(step: MappingStep): MappingStep {
  const zone = step.function === 'DATE_FORMAT' ? step.arguments[1]?.trim() : undefined;
  return step.function === 'DATE_FORMAT'
    ? { ...step, arguments: [step.arguments[0] ?? '', ...(zone ? [zone] : [])] }
    : step;
}

/** A code table as it is typed: a pair a line, and what all others become. */
export function tableOf(values: string[]): { pairs: string; others: string } {
  const lines = [];
  for (let i = 0; i + 1 < values.length; i += 2) {
    lines.push(`${values[i]}=${values[i + 1]}`);
  }
  return {
    pairs: lines.join('\n'),
    others: values.length % 2 === 1 ? (values[values.length - 1] ?? '') : '',
  };
}

/** A typed code table as arguments, and the lines, counted from 1, that are no pairs. */
export function pairsOf(pairs: string, others: string): { values: string[]; faults: number[] } {
  const values: string[] = [];
  const faults: number[] = [];
  pairs.split('\n').forEach((line, index) => {
    const at = line.indexOf('=');
    if (line.trim() === '') return;
    if (at < 0) faults.push(index + 1);
    else values.push(line.slice(0, at), line.slice(at + 1));
  });
  return { values: others === '' ? values : [...values, others], faults };
}

/** A step in words. A salt is nobody's business who only reads. */
export function stepText(step: MappingStep, { t, code }: Pick<Texts, 't' | 'code'>): string {
  const name = code('mappingFunction', step.function);
  const shown =
    step.function === 'HASH'
      ? []
      : step.function === 'LOOKUP'
        ? shortTable(step.arguments)
        : step.arguments.map((value) => (value.trim() === '' ? `“${value}”` : value));
  return shown.length === 0
    ? name
    : t('mapping.stepWith', { name, arguments: shown.join(t('list.separator')) });
}

const SHOWN_PAIRS = 3;

function shortTable(values: string[]): string[] {
  const { pairs, others } = tableOf(values);
  const lines = [...pairs.split('\n'), ...(others === '' ? [] : [`*=${others}`])];
  return lines.length > SHOWN_PAIRS ? [...lines.slice(0, SHOWN_PAIRS), '…'] : lines;
}

/** How many values an operator takes: none, one, or as many as one likes. */
export function valuesOf(operator: RowOperator): 'none' | 'one' | 'many' {
  if (operator === 'IS_NULL' || operator === 'IS_NOT_NULL') {
    return 'none';
  }
  return operator === 'IN' ? 'many' : 'one';
}

/** A condition as it is sent: with as many values as its operator takes. */
export function sentCondition(condition: RowCondition): RowCondition {
  switch (valuesOf(condition.operator)) {
    case 'none':
      return { ...condition, values: [] };
    case 'one':
      return { ...condition, values: [condition.values[0] ?? ''] };
    default:
      return { ...condition, values: condition.values.filter((value) => value !== '') };
  }
}

/** A condition in words. */
export function conditionText(
  condition: RowCondition,
  { t, code }: Pick<Texts, 't' | 'code'>,
): string {
  return [
    condition.column,
    code('rowOperator', condition.operator),
    condition.values.join(t('list.separator')),
  ]
    .filter(Boolean)
    .join(' ');
}
