import type { Clock } from '../../api/catalog';
import { useTexts } from '../../i18n';

/** Until when the steps that wait must be taken. */
export function Deadlines({ clocks }: { clocks: Clock[] | undefined }) {
  const { t, code, time } = useTexts();
  if (!clocks || clocks.length === 0) {
    return null;
  }
  return (
    <ul className="gs-plain-list gs-block-top">
      {clocks.map((clock) => (
        <li key={clock.step}>
          {clock.dueAt
            ? t('request.dueAt', { step: code('todo', clock.step), due: time(clock.dueAt) })
            : t('request.paused', { step: code('todo', clock.step), days: clock.daysLeft ?? 0 })}
          {!clock.calendarKnown && (
            <span className="gs-quiet"> {t('request.calendarUnknown')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
