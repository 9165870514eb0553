import { Button, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG, type Demand, DEMAND_STATES } from '../../api/catalog';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { SearchBox } from '../../components/SearchBox';
import { useTexts } from '../../i18n';

/** 供需对接: what departments need and nobody has published. */
export function DemandsPage() {
  const { t, code, time } = useTexts();
  const me = useUser();
  const [q, setQ] = useFilter('q');
  const [state, setState] = useFilter('state');
  return (
    <PageFrame
      title={t('menu.demands')}
      lead={t('demand.lead')}
      actions={
        <>
          {may(me, 'apply') && (
            <Button component={(props: object) => <Link {...props} to="/demands/new" />}>
              {t('demand.new')}
            </Button>
          )}
          <Link to="/needs">{t('menu.needs')}</Link>
        </>
      }
    >
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox id="demand-search" label={t('action.search')} value={q} onSearch={setQ} />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="filter-state"
                label={t('demand.state')}
                all={t('filter.allStates')}
                value={state}
                onChange={setState}
                options={DEMAND_STATES.map((s) => ({ value: s, text: code('demandState', s) }))}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Demand>
          path={`${CATALOG}/demands`}
          filters={{ q, state }}
          label={t('menu.demands')}
          rowKey={(d) => d.id}
          rowTestId="demand-row"
          empty={t('demand.empty')}
          columns={[
            {
              title: t('demand.name'),
              className: 'gs-name-cell',
              render: (d) => <Link to={`/demands/${d.id}`}>{d.name}</Link>,
            },
            {
              title: t('demand.state'),
              render: (d) => <CodeLabel kind="demandState" value={d.state} />,
            },
            { title: t('demand.department'), render: (d) => d.department.name },
            { title: t('demand.provider'), render: (d) => d.providerDepartment?.name },
            { title: t('demand.at'), narrow: true, render: (d) => time(d.createdAt) },
          ]}
        />
      </div>
    </PageFrame>
  );
}
