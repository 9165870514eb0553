import type { MappingStep, RowCondition } from '../../api/exchange';
import { NONE, type TextKey, type Texts } from '../../i18n';
import { conditionText, stepText } from './mapping';

const NAMES: Record<string, TextKey> = {
  name: 'service.name',
  domain: 'service.domain',
  process: 'service.process',
  grantId: 'service.grant',
  mode: 'service.mode',
  suite: 'service.suite',
  filter: 'filter.title',
  'mapping.order': 'version.order',
  node: 'node.name',
  dataSource: 'node.dataSource',
  table: 'node.table',
  keyColumns: 'service.keyColumns',
  watermarkColumn: 'service.watermark',
  overlap: 'service.overlap',
};

/** What of a design a path names, in words; the path itself where it is not known. */
export function settingName(path: string, { t }: Pick<Texts, 't'>): string {
  const column = /^mapping\[(.+)\](\.steps)?$/.exec(path);
  if (column) {
    return [t('service.mapping'), column[1], column[2] && t('mapping.steps')]
      .filter(Boolean)
      .join(' · ');
  }
  const end = /^(source|target)\.(\w+)$/.exec(path);
  const name = NAMES[end ? end[2]! : path];
  if (!name) {
    return path;
  }
  return end ? `${t(`service.${end[1]}` as TextKey)} · ${t(name)}` : t(name);
}

/** A value of a design in words. */
export function settingValue(
  path: string,
  value: string | undefined,
  texts: Pick<Texts, 't' | 'code'>,
): string {
  if (value === undefined) {
    return NONE;
  }
  if (path === 'mode' || path === 'suite') {
    return texts.code(path, value);
  }
  if (path === 'filter') {
    return parsed<RowCondition>(value, (one) => conditionText(one, texts)).join(
      texts.t('plan.and'),
    );
  }
  return path.endsWith('.steps')
    ? parsed<MappingStep>(value, (one) => stepText(one, texts)).join(' → ')
    : value;
}

/** A list as the exchange writes it down; as it is where it cannot be read. */
function parsed<T>(value: string, text: (one: T) => string): string[] {
  try {
    return (JSON.parse(value) as T[]).map(text);
  } catch {
    return [value];
  }
}
