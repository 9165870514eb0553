import { Button, Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG, type Page, type ResourceState, type ResourceSummary } from '../../api/catalog';
import { query } from '../../api/client';
import { useGet } from '../../api/hooks';
import { type Me, may } from '../../app/access';
import { useUser } from '../../app/user';
import { DataTable, Pager, useFilter, usePaging } from '../../components/DataTable';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';

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
  const { t, code, number } = useTexts();
  const me = useUser();
  const states = statesFor(me);
  const [chosen, setState] = useFilter('state');
  const state = states.find((s) => s === chosen) ?? states[0]!;
  const { page, size } = usePaging();
  // Published resources of everybody are in the catalogue; here only the own department's count.
  const department = me.roles.includes('catalog-publisher') ? undefined : me.department?.code;
  const list = useGet<Page<ResourceSummary>>(
    `${CATALOG}/resources${query({ state, department, page, size })}`,
  );
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
      <div>
        <Tabs
          activeKey={state}
          onSelect={(_, key) => setState(String(key))}
          aria-label={t('resource.state')}
        >
          {states.map((s) => (
            <Tab
              key={s}
              eventKey={s}
              title={<TabTitleText>{code('resourceState', s)}</TabTitleText>}
            >
              {s === state && (
                <Remote query={list}>
                  {(found) => (
                    <>
                      <DataTable
                        label={t('menu.compile')}
                        rows={found.items}
                        rowKey={(r) => r.id}
                        rowTestId="resource-row"
                        empty={t('compile.empty', { state: code('resourceState', state) })}
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
                            title: t('resource.state'),
                            render: (r) => <CodeLabel kind="resourceState" value={r.state} />,
                          },
                          {
                            title: t('resource.sharingType'),
                            render: (r) => <CodeLabel kind="sharingType" value={r.sharingType} />,
                          },
                          {
                            title: t('resource.items'),
                            numeric: true,
                            render: (r) => number(r.itemCount),
                          },
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
              )}
            </Tab>
          ))}
        </Tabs>
      </div>
    </PageFrame>
  );
}
