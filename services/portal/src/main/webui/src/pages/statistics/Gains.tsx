import type { ResourceQuality } from '../../api/catalog';
import { useTexts } from '../../i18n';

/** What would make an entry better, the greatest gain first. */
export function Gains({ gains }: { gains: ResourceQuality['gains'] }) {
  const { t, code, number } = useTexts();
  if (gains.length === 0) {
    return <>{t('quality.none')}</>;
  }
  return (
    <ul className="gs-plain-list">
      {gains.map((gain) => (
        <li key={gain.action}>
          {code('criterion', gain.action)}{' '}
          <span className="gs-quiet">{t('quality.points', { points: number(gain.points) })}</span>
        </li>
      ))}
    </ul>
  );
}
