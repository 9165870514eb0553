import {
  Button,
  Tab,
  Tabs,
  TabTitleText,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { CATALOG, type Page, type ResourceState, type ResourceSummary } from '../../api/catalog';
import { query } from '../../api/client';
import { useCategories, useDepartments, useGet } from '../../api/hooks';
import { type Me, may } from '../../app/access';
import { useUser } from '../../app/user';
import { DataTable, Pager, useFilter, usePaging } from '../../components/DataTable';
import { categoryOptions } from '../../components/CategoryField';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { SearchBox } from '../../components/SearchBox';
import { useTexts } from '../../i18n';
import { stepsFor } from './bulk';
import { BulkBar } from './BulkBar';

/** Which states of a resource a user has work with, the most pressing first. */
function statesFor(me: Me): ResourceState[] {
  const states: ResourceState[] = [];
  if (me.roles.includes('department-reviewer')) {
    states.push('PENDING_REVIEW');
  }
  if (me.roles.includes('catalog-editor')) {
    states.push('DRAFT', 'RETURNED', 'PENDING_REVIEW');
  } else if (me.roles.includes('department-reviewer')) {
    states.push('RETURNED', 'DRAFT');
  }
  states.push('REGISTERED', 'PUBLISHED', 'WITHDRAWN');
  return [...new Set(states)];
}

/** 资源编目: what the user's department is working on, by state. */
export function CompilePage() {
  const { t, code } = useTexts();
  const me = useUser();
  const states = statesFor(me);
  const [chosen, setState] = useFilter('state');
  const state = states.find((s) => s === chosen) ?? states[0]!;
  return (
    <PageFrame
      title={t('menu.compile')}
      lead={t('compile.lead')}
      actions={
        may(me, 'edit') && (
          <Button
            variant="primary"
            component={(props: object) => <Link {...props} to="/compile/new" />}
            data-testid="new-resource"
          >
            {t('compile.new')}
          </Button>
        )
      }
    >
      <Tabs
        activeKey={state}
        onSelect={(_, key) => setState(String(key))}
        aria-label={t('resource.state')}
      >
        {states.map((s) => (
          <Tab key={s} eventKey={s} title={<TabTitleText>{code('resourceState', s)}</TabTitleText>}>
            {s === state && <InState state={s} />}
          </Tab>
        ))}
      </Tabs>
    </PageFrame>
  );
}

/** The resources that stand in one state, to be opened one by one or taken on together. */
function InState({ state }: { state: ResourceState }) {
  const { t, code, number } = useTexts();
  const me = useUser();
  const { categories } = useCategories();
  const { departments } = useDepartments();
  const [q, setQ] = useFilter('q');
  const [category, setCategory] = useFilter('category');
  const publishes = me.roles.includes('catalog-publisher');
  const [ofDepartment, setDepartment] = useFilter('department');
  // Published resources of everybody are in the catalogue; here only the own department's count.
  const department = publishes ? ofDepartment : me.department?.code;
  const { page, size } = usePaging();
  const list = useGet<Page<ResourceSummary>>(
    `${CATALOG}/resources${query({ state, department, category, q, page, size })}`,
  );
  const [selected, setSelected] = useState<ReadonlyMap<string, number>>(new Map());
  const [everything, setEverything] = useState(false);
  const clear = () => {
    setSelected(new Map());
    setEverything(false);
  };
  const refine = (set: (value: string) => void) => (value: string) => {
    clear();
    set(value);
  };
  const select = (ids: Set<string>) => {
    const seen = new Map(list.data?.items.map((r) => [r.id, r.revision]));
    setSelected(new Map([...ids].map((id) => [id, selected.get(id) ?? seen.get(id)!])));
    setEverything(false);
  };
  const selectable = stepsFor(me, state).length > 0;
  return (
    <>
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <SearchBox
              id="compile-search"
              label={t('catalog.search')}
              value={q}
              onSearch={refine(setQ)}
            />
          </ToolbarItem>
          <ToolbarItem>
            <FilterSelect
              id="filter-category"
              label={t('resource.category')}
              all={t('compile.filterCategory')}
              value={category}
              onChange={refine(setCategory)}
              options={categoryOptions(
                categories,
                (text, aside) => t('text.aside', { text, aside }),
                category,
              )}
            />
          </ToolbarItem>
          {publishes && (
            <ToolbarItem>
              <FilterSelect
                id="filter-department"
                label={t('resource.department')}
                all={t('filter.allDepartments')}
                value={ofDepartment}
                onChange={refine(setDepartment)}
                options={departments.map((d) => ({ value: d.code, text: d.name }))}
              />
            </ToolbarItem>
          )}
        </ToolbarContent>
      </Toolbar>
      <Remote query={list}>
        {(found) => (
          <>
            <BulkBar
              state={state}
              total={found.total}
              count={everything ? found.total : selected.size}
              everything={everything}
              // The service takes a filter without words, and a category without those below it.
              canTakeEverything={
                q === '' && !categories.find((c) => c.code === category)?.children.length
              }
              targets={
                everything
                  ? {
                      filter: {
                        state,
                        department: department || undefined,
                        categoryCode: category || undefined,
                      },
                      expected: found.total,
                    }
                  : { ids: [...selected].map(([id, revision]) => ({ id, revision })) }
              }
              onEverything={() => setEverything(true)}
              onClear={clear}
            />
            <DataTable
              label={t('menu.compile')}
              rows={found.items}
              rowKey={(r) => r.id}
              rowTestId="resource-row"
              empty={t('compile.empty', { state: code('resourceState', state) })}
              selection={
                selectable
                  ? {
                      selected: everything
                        ? new Set(found.items.map((r) => r.id))
                        : new Set(selected.keys()),
                      onChange: select,
                      labelOf: (r) => t('bulk.select', { name: r.name }),
                      allLabel: t('bulk.selectAll'),
                    }
                  : undefined
              }
              columns={[
                {
                  title: t('column.number'),
                  numeric: true,
                  narrow: true,
                  render: (_, i) => number(page * size + i + 1),
                },
                {
                  title: t('resource.name'),
                  className: 'gs-name-cell',
                  render: (r) => <Link to={`/catalog/${r.id}`}>{r.name}</Link>,
                },
                { title: t('resource.version'), render: (r) => `V${r.version}` },
                {
                  title: t('resource.sharingType'),
                  render: (r) => <CodeLabel kind="sharingType" value={r.sharingType} />,
                },
                { title: t('resource.items'), numeric: true, render: (r) => number(r.itemCount) },
                {
                  title: t('resource.department'),
                  narrow: true,
                  render: (r) => r.department?.name,
                },
                {
                  title: t('resource.identifier'),
                  className: 'gs-mono',
                  render: (r) => r.identifier ?? '—',
                },
              ]}
            />
            <Pager total={found.total} />
          </>
        )}
      </Remote>
    </>
  );
}
