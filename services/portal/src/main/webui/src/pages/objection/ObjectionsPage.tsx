import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG, type Objection, OBJECTION_STATES } from '../../api/catalog';
import { useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';
import { StatisticsPanel } from './StatisticsPanel';

/** 数据校核: wrong values that were reported, by and to the user's department. */
export function ObjectionsPage() {
  const { t, code, time } = useTexts();
  const [state, setState] = useFilter('state');
  return (
    <PageFrame title={t('menu.objections')} lead={t('objection.lead')}>
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <FilterSelect
                id="filter-state"
                label={t('objection.state')}
                all={t('filter.allStates')}
                value={state}
                onChange={setState}
                options={OBJECTION_STATES.map((s) => ({
                  value: s,
                  text: code('objectionState', s),
                }))}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Objection>
          path={`${CATALOG}/objections`}
          filters={{ state }}
          label={t('menu.objections')}
          rowKey={(o) => o.id}
          rowTestId="objection-row"
          empty={t('objection.empty')}
          columns={[
            {
              title: t('objection.item'),
              className: 'gs-name-cell',
              render: (o) => <Link to={`/objections/${o.id}`}>{o.item.name}</Link>,
            },
            { title: t('resource.name'), render: (o) => o.resource.name },
            {
              title: t('objection.state'),
              render: (o) => <CodeLabel kind="objectionState" value={o.state} />,
            },
            { title: t('request.provider'), render: (o) => o.providerDepartment.name },
            { title: t('objection.reporter'), render: (o) => o.reporterDepartment.name },
            { title: t('objection.at'), narrow: true, render: (o) => time(o.createdAt) },
          ]}
        />
      </div>
      <StatisticsPanel />
    </PageFrame>
  );
}
