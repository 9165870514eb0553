import { Link } from 'react-router';
import { CATALOG, type ResourceState } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { useTexts } from '../../i18n';

/** What an identifier looks like. */
export const IDENTIFIER = /^\d{16}\/\d{5}$/;

/** One of the versions that share an identifier. */
export interface IdentifiedVersion {
  id: string;
  version: number;
  name: string;
  state: ResourceState;
  publishedAt?: string;
}

/** Who has an identifier: those of its versions which the user may see, the first one first. */
export function useVersions(identifier: string | undefined) {
  return useGet<{ versions: IdentifiedVersion[] }>(`${CATALOG}/identifiers/${identifier}`, {
    enabled: identifier !== undefined && IDENTIFIER.test(identifier),
  });
}

/** An identifier with the resource it leads to. */
export function ResourceByIdentifier({ identifier }: { identifier: string }) {
  const { t } = useTexts();
  const found = useVersions(identifier);
  const versions = found.data?.versions ?? [];
  const shown = versions.find((one) => one.state === 'PUBLISHED') ?? versions.at(-1);
  return (
    <>
      {shown && <Link to={`/catalog/${shown.id}`}>{shown.name}</Link>}{' '}
      <span className="gs-mono">{identifier}</span>
      {(found.error || (found.data && !shown)) && (
        <span className="gs-quiet"> {t('catalog.noSuchIdentifier')}</span>
      )}
    </>
  );
}
