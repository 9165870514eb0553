import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Source } from '../../api/authority';
import { CATALOG } from '../../api/catalog';
import { get } from '../../api/client';
import { useTexts } from '../../i18n';
import { inBatches } from './batches';

// Addresses are bounded by 4,096 characters, and an identity with its comma has 37.
const BATCH = 90;

/** What is decided on the sources of items, by item; empty until it is known. */
export function useSources(itemIds: string[]): Map<string, Source> {
  return useQueries({
    queries: inBatches(itemIds, BATCH).map((ids) => {
      const path = `${CATALOG}/authoritative-sources?itemIds=${ids.join()}`;
      return { queryKey: [path], queryFn: () => get<Source[]>(path), staleTime: 60_000 };
    }),
    combine: (results) =>
      new Map(results.flatMap((result) => result.data ?? []).map((s) => [s.itemId, s])),
  });
}

/** Says that another department is the authoritative source of an item; else nothing. */
export function SourceNote({ source }: { source: Source | undefined }) {
  const { t } = useTexts();
  if (!source?.department || source.authoritative !== false) {
    return null;
  }
  const department = source.department.name;
  return (
    <div data-testid="source-note">
      <div className="gs-quiet">
        {t(source.resourceId ? 'authority.elsewhere' : 'authority.elsewhereUnpublished', {
          department,
        })}
      </div>
      {source.resourceId && <Link to={`/catalog/${source.resourceId}`}>{source.resourceName}</Link>}
    </div>
  );
}
