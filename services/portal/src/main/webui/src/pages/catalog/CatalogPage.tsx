import { Button, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link, useSearchParams } from 'react-router';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { CATALOG, type ResourcePage, type ResourceSummary } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { GuardedButton } from '../../components/Actions';
import { type Column, DataTable, Pager, useFilter, usePaging } from '../../components/DataTable';
import { CodeLabel } from '../../components/Labels';
import { Marked } from '../../components/Marked';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { SearchBox } from '../../components/SearchBox';
import { useSlash } from '../../components/useSlash';
import { NONE, useTexts } from '../../i18n';
import { ExportMenu } from './ExportMenu';
import { IDENTIFIER, ResourceByIdentifier } from './ResourceByIdentifier';
import { Suggestions } from './Suggestions';
import { FacetFilters } from './FacetFilters';
import { SavedSearches } from './SavedSearches';

/** How far numbered pages reach; beyond, filters are what helps. */
const REACH = 10_000;
const SHOWN_HITS = 3;

/** 资源目录: everything published, searched, and filtered by counted facets. */
export function CatalogPage() {
  const { t, code, number } = useTexts();
  const me = useUser();
  const [q, setQ] = useFilter('q');
  const [search] = useSearchParams();
  const { page, size } = usePaging();
  const asked = new URLSearchParams(search);
  asked.set('page', String(page));
  asked.set('size', String(size));
  asked.set('facets', 'true');
  const list = useGet<ResourcePage>(`${CATALOG}/resources?${asked.toString()}`);
  const filtered = [...search.keys()].some((name) => name !== 'page' && name !== 'size');

  const narrowed = [...search.keys()].some((name) => !['page', 'size', 'q'].includes(name));
  useSlash('catalog-search');

  // Everything here is published unless another state was asked for.
  const state: Column<ResourceSummary> = {
    title: t('resource.state'),
    render: (r) => <CodeLabel kind="resourceState" value={r.state} />,
  };
  const columns: Column<ResourceSummary>[] = [
    {
      title: t('column.number'),
      numeric: true,
      narrow: true,
      render: (_, i) => number(page * size + i + 1),
    },
    {
      title: t('resource.name'),
      className: 'gs-name-cell',
      render: (r) => (
        <>
          <Link to={`/catalog/${r.id}${itemsHit(r)}`} className="gs-target">
            <Marked text={r.name} spans={spansIn(r, 'name')} />
          </Link>
          <Hits resource={r} />
          {!q && <div className="gs-summary">{r.abstract}</div>}
        </>
      ),
    },
    { title: t('resource.version'), narrow: true, render: (r) => `V${r.version}` },
    ...(search.has('state') ? [state] : []),
    {
      title: t('resource.sharingType'),
      render: (r) => <CodeLabel kind="sharingType" value={r.sharingType} />,
    },
    { title: t('resource.openType'), narrow: true, render: (r) => code('openType', r.openType) },
    { title: t('resource.rowCount'), numeric: true, render: (r) => number(r.rowCount) },
    { title: t('resource.department'), narrow: true, render: (r) => r.department?.name ?? NONE },
    {
      title: t('action.apply'),
      narrow: true,
      render: (r) => (
        <GuardedButton
          variant="link"
          isInline
          component={(props: object) => (
            <Link {...props} to={`/catalog/${r.id}/apply${itemsHit(r)}`} />
          )}
          aria-label={t('catalog.applyFor', { name: r.name })}
          reason={applyRefusal(t, me, r)}
        >
          {t('action.apply')}
        </GuardedButton>
      ),
    },
  ];

  return (
    <PageFrame title={t('menu.resources')} lead={t('catalog.lead')} actions={<ExportMenu />}>
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox
                id="catalog-search"
                label={t('catalog.search')}
                hint={t('catalog.searchHint')}
                value={q}
                onSearch={setQ}
              />
            </ToolbarItem>
            {filtered && (
              <ToolbarItem>
                <ClearFilters />
              </ToolbarItem>
            )}
          </ToolbarContent>
        </Toolbar>
        <IdentifierHit q={q} />
        <a href="#results" className="gs-skip">
          {t('catalog.toResults')}
        </a>
        <div className="gs-beside">
          <div>
            <SavedSearches />
            <FacetFilters facets={list.data?.facets} />
          </div>
          <div id="results" tabIndex={-1}>
            <Remote query={list}>
              {(found) => (
                <>
                  <p className="gs-quiet" role="status">
                    {t('catalog.found', { total: number(found.total) })}
                  </p>
                  <DataTable
                    label={t('menu.resources')}
                    columns={columns}
                    rows={found.items}
                    rowKey={(r) => r.id}
                    rowTestId="resource-row"
                    empty={<Suggestions q={q} filtered={narrowed} />}
                  />
                  <Pager total={Math.min(found.total, REACH)} />
                  {found.total > REACH && (
                    <p className="gs-quiet">{t('catalog.reach', { reach: number(REACH) })}</p>
                  )}
                </>
              )}
            </Remote>
          </div>
        </div>
      </div>
    </PageFrame>
  );
}

function spansIn(resource: ResourceSummary, field: string) {
  return resource.highlights?.find((highlight) => highlight.field === field)?.spans ?? [];
}

/** Where else than in the name the words of the query were found. */
function Hits({ resource }: { resource: ResourceSummary }) {
  const { t, code } = useTexts();
  const hits = (resource.highlights ?? []).filter((highlight) => highlight.field !== 'name');
  if (hits.length === 0) {
    return null;
  }
  return (
    <div className="gs-matched" data-testid="matched-items">
      {hits.slice(0, SHOWN_HITS).map((hit, index) => (
        <span key={`${hit.itemId ?? hit.field}-${index}`}>
          {index > 0 && t('list.separator')}
          {code('highlight', hit.field)}{' '}
          {hit.itemId ? (
            <Link to={`/catalog/${resource.id}?item=${hit.itemId}`} data-testid="item-hit">
              <Marked text={hit.text} spans={hit.spans} />
            </Link>
          ) : (
            <Marked text={hit.text} spans={hit.spans} />
          )}
        </span>
      ))}
      {hits.length > SHOWN_HITS && ' …'}
    </div>
  );
}

/** The items in which something was found, for the pages that go on with them. */
function itemsHit({ highlights }: ResourceSummary): string {
  const ids = new Set(highlights?.map((hit) => hit.itemId).filter((id) => id !== undefined));
  return ids.size > 0 ? `?${new URLSearchParams([...ids].map((id) => ['item', id!]))}` : '';
}

/** The resource whose identifier was typed: identifiers are no words. */
function IdentifierHit({ q }: { q: string }) {
  const { t } = useTexts();
  if (!IDENTIFIER.test(q)) {
    return null;
  }
  return (
    <p className="gs-block">
      {t('catalog.byIdentifier')} <ResourceByIdentifier identifier={q} />
    </p>
  );
}

function ClearFilters() {
  const { t } = useTexts();
  return (
    <Button
      variant="link"
      component={(props: object) => <Link {...props} to="/catalog" reloadDocument={false} />}
    >
      {t('filter.clear')}
    </Button>
  );
}

/** Why a user cannot ask for a resource, or null when they can. */
export function applyRefusal(
  t: ReturnType<typeof useTexts>['t'],
  me: ReturnType<typeof useUser>,
  resource: Pick<ResourceSummary, 'state' | 'sharingType' | 'department'>,
): string | null {
  if (!may(me, 'apply')) {
    return t('apply.needsRole');
  }
  if (resource.state !== 'PUBLISHED') {
    return t('apply.notPublished');
  }
  if (resource.department?.code === me.department?.code) {
    return t('apply.ownResource');
  }
  if (resource.sharingType === 'NOT_SHARED') {
    return t('apply.notShared');
  }
  return null;
}
