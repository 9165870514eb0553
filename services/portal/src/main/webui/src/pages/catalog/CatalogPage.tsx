import { Button, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { CATALOG, type Page, type ResourceSummary, SHARING_TYPES } from '../../api/catalog';
import { query } from '../../api/client';
import { useDepartments, useGet } from '../../api/hooks';
import { GuardedButton } from '../../components/Actions';
import { type Column, DataTable, Pager, useFilter, usePaging } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { SearchBox } from '../../components/SearchBox';
import { NONE, useTexts } from '../../i18n';

/** 资源目录: everything published, searched and filtered. */
export function CatalogPage() {
  const { t, code, number } = useTexts();
  const me = useUser();
  const { departments } = useDepartments();
  const [q, setQ] = useFilter('q');
  const [department, setDepartment] = useFilter('department');
  const [sharing, setSharing] = useFilter('sharingType');
  const { page, size } = usePaging();
  const list = useGet<Page<ResourceSummary>>(
    `${CATALOG}/resources${query({ q, department, sharingType: sharing, page, size })}`,
  );

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
          <Link to={`/catalog/${r.id}`}>{r.name}</Link>
          {r.matchedItems && r.matchedItems.length > 0 && (
            <span className="gs-matched" data-testid="matched-items">
              {t('catalog.matched', { items: r.matchedItems.join(t('list.separator')) })}
            </span>
          )}
        </>
      ),
    },
    { title: t('resource.version'), narrow: true, render: (r) => `V${r.version}` },
    {
      title: t('resource.state'),
      render: (r) => <CodeLabel kind="resourceState" value={r.state} />,
    },
    {
      title: t('resource.dataStructure'),
      narrow: true,
      render: (r) => code('dataStructure', r.dataStructure),
    },
    {
      title: t('resource.sharingType'),
      render: (r) => <CodeLabel kind="sharingType" value={r.sharingType} />,
    },
    { title: t('resource.openType'), narrow: true, render: (r) => code('openType', r.openType) },
    { title: t('resource.rowCount'), numeric: true, render: (r) => number(r.rowCount) },
    { title: t('resource.department'), narrow: true, render: (r) => r.department?.name ?? NONE },
    {
      title: t('action.view'),
      narrow: true,
      render: (r) => (
        <Link to={`/catalog/${r.id}`} aria-label={t('catalog.viewOf', { name: r.name })}>
          {t('action.view')}
        </Link>
      ),
    },
    {
      title: t('action.apply'),
      narrow: true,
      render: (r) => (
        <GuardedButton
          variant="link"
          isInline
          component={(props: object) => <Link {...props} to={`/catalog/${r.id}/apply`} />}
          aria-label={t('catalog.applyFor', { name: r.name })}
          reason={applyRefusal(t, me, r)}
        >
          {t('action.apply')}
        </GuardedButton>
      ),
    },
  ];

  return (
    <PageFrame title={t('menu.resources')} lead={t('catalog.lead')}>
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
            <ToolbarItem>
              <FilterSelect
                id="filter-department"
                label={t('resource.department')}
                all={t('filter.allDepartments')}
                value={department}
                onChange={setDepartment}
                options={departments.map((d) => ({ value: d.code, text: d.name }))}
              />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="filter-sharing"
                label={t('resource.sharingType')}
                all={t('filter.allSharing')}
                value={sharing}
                onChange={setSharing}
                options={SHARING_TYPES.map((s) => ({ value: s, text: code('sharingType', s) }))}
              />
            </ToolbarItem>
            {(q || department || sharing) && (
              <ToolbarItem>
                <ClearFilters />
              </ToolbarItem>
            )}
          </ToolbarContent>
        </Toolbar>
        <Remote query={list}>
          {(found) => (
            <>
              <DataTable
                label={t('menu.resources')}
                columns={columns}
                rows={found.items}
                rowKey={(r) => r.id}
                rowTestId="resource-row"
                empty={q ? t('catalog.nothingFound', { q }) : t('catalog.nothing')}
              />
              <Pager total={found.total} />
            </>
          )}
        </Remote>
      </div>
    </PageFrame>
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
