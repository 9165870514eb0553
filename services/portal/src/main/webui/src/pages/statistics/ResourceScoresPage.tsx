import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG, CRITERIA, type ResourceQuality } from '../../api/catalog';
import { useDepartments } from '../../api/hooks';
import { useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';
import { Gains } from './Gains';

/** Scores of published resources, the worst first. */
export function ResourceScoresPage() {
  const { t, code, number } = useTexts();
  const { departments } = useDepartments();
  const [department, setDepartment] = useFilter('department');
  const [unmet, setUnmet] = useFilter('unmet');
  return (
    <PageFrame
      title={t('quality.resources')}
      lead={t('quality.resourcesLead')}
      crumbs={[{ to: '/quality', text: t('menu.quality') }]}
    >
      <div>
        <Toolbar>
          <ToolbarContent>
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
                id="filter-unmet"
                label={t('quality.gains')}
                all={t('quality.gains')}
                value={unmet}
                onChange={setUnmet}
                options={CRITERIA.map((c) => ({ value: c, text: code('criterion', c) }))}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<ResourceQuality>
          path={`${CATALOG}/quality/resources`}
          filters={{ department, unmet }}
          label={t('quality.resources')}
          rowKey={(row) => row.id}
          rowTestId="score-row"
          empty={t('quality.empty')}
          columns={[
            {
              title: t('resource.name'),
              className: 'gs-name-cell',
              render: (row) => <Link to={`/catalog/${row.id}`}>{row.name}</Link>,
            },
            { title: t('resource.department'), render: (row) => row.department.name },
            { title: t('quality.score'), numeric: true, render: (row) => number(row.score) },
            { title: t('quality.gains'), render: (row) => <Gains gains={row.gains} /> },
          ]}
        />
      </div>
    </PageFrame>
  );
}
