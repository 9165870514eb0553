import { useTexts } from '../../i18n';
import { type Cell, type Month, worksOn } from './days';

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** One month; its days can be turned where that is wanted. */
export function MonthTable({
  year,
  month,
  onTurn,
}: {
  year: number;
  month: Month;
  onTurn?: (date: string) => void;
}) {
  const { t, code } = useTexts();
  return (
    <table className="gs-month">
      <caption>{t('calendar.monthOf', { year, month: month.month })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {code('weekday', weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, index) => (
          <tr key={index}>
            {week.map((cell, place) => (
              <td key={place} className={cell && classOf(cell)}>
                {cell && <Day cell={cell} onTurn={onTurn} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ cell, onTurn }: { cell: Cell; onTurn?: (date: string) => void }) {
  const { code } = useTexts();
  const mark = cell.special && (
    <span className="gs-month__mark">{code('dayMark', cell.special.kind)}</span>
  );
  if (!onTurn) {
    return (
      <span title={cell.special?.name}>
        {cell.day}
        {mark}
      </span>
    );
  }
  const now = code('dayKind', worksOn(cell) ? 'WORKS' : 'OFF');
  return (
    <button
      type="button"
      className="gs-month__day"
      title={cell.special?.name}
      onClick={() => onTurn(cell.date)}
    >
      {cell.day}
      {mark}
      <span className="pf-v6-screen-reader">{` ${cell.date} ${now}`}</span>
    </button>
  );
}

function classOf(cell: Cell): string {
  if (cell.special) {
    return cell.special.kind === 'HOLIDAY' ? 'gs-month--holiday' : 'gs-month--worked';
  }
  return cell.weekend ? 'gs-month--weekend' : '';
}
