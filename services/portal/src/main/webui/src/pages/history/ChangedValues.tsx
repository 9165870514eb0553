import { NONE, type Texts, useTexts } from '../../i18n';
import { EntryLink } from '../reference/EntryValue';
import { type Change, type Difference, differencesOf } from './changes';

/** The values of a change that differ, as they were and as they became. */
export function ChangedValues({ change }: { change: Change }) {
  const { t, code } = useTexts();
  const differences = differencesOf(change);
  if (differences.length === 0) {
    return code('changeAction', change.action);
  }
  return (
    <ul className="gs-plain-list">
      {differences.map((difference) => (
        <li key={difference.name}>
          {difference.label ? t(difference.label) : <code>{difference.name}</code>}
          {t('change.colon')}
          <Value difference={difference} value={difference.before} /> →{' '}
          <Value difference={difference} value={difference.after} />
        </li>
      ))}
    </ul>
  );
}

function Value({
  difference: { name, field, codes },
  value,
}: {
  difference: Difference;
  value: unknown;
}) {
  const texts = useTexts();
  if (field?.type === 'entry' && typeof value === 'string') {
    return <EntryLink kind={field.of ?? ''} id={value} />;
  }
  return shown(texts, name, codes, value);
}

function shown(texts: Texts, name: string, codes: string | undefined, value: unknown): string {
  if (value === undefined || value === null || value === '') {
    return NONE;
  }
  if (typeof value === 'boolean') {
    return texts.t(value ? 'reference.yes' : 'reference.no');
  }
  if (Array.isArray(value)) {
    return (
      value.map((each) => shown(texts, name, codes, each)).join(texts.t('list.separator')) || NONE
    );
  }
  if (typeof value === 'object') {
    return inWords(texts, value as Record<string, unknown>);
  }
  if (name.endsWith('At')) {
    return texts.time(String(value));
  }
  return codes ? texts.code(codes, String(value)) : String(value);
}

/** A value made of several: a department, a decision, a day. */
function inWords(texts: Texts, value: Record<string, unknown>): string {
  if (typeof value.day === 'string') {
    return `${value.day} ${texts.code('dayKind', String(value.kind))} ${String(value.name ?? '')}`;
  }
  if (typeof value.decision === 'string') {
    return [texts.code('cleanUp', value.decision), value.targetName, value.reason]
      .filter(Boolean)
      .join(' ');
  }
  return String(value.name ?? value.title ?? JSON.stringify(value));
}
