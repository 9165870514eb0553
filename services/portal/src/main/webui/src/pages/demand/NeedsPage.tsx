import { Button, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG, type Need } from '../../api/catalog';
import { query } from '../../api/client';
import { useDepartments } from '../../api/hooks';
import { useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { SearchBox } from '../../components/SearchBox';
import { useTexts } from '../../i18n';

const KINDS = ['DEMAND', 'REQUEST'];

/** 信息需求目录: what each department needs from others. */
export function NeedsPage() {
  const { t, code, date } = useTexts();
  const { departments } = useDepartments();
  const [q, setQ] = useFilter('q');
  const [department, setDepartment] = useFilter('department');
  const [kind, setKind] = useFilter('kind');
  const filters = { q, department, kind };
  return (
    <PageFrame
      title={t('menu.needs')}
      lead={t('needs.lead')}
      crumbs={[{ to: '/demands', text: t('menu.demands') }]}
      actions={
        <Button
          variant="secondary"
          component="a"
          href={`${CATALOG}/demand-catalogue/export${query(filters)}`}
        >
          {t('needs.export')}
        </Button>
      }
    >
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox id="need-search" label={t('action.search')} value={q} onSearch={setQ} />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="filter-department"
                label={t('demand.department')}
                all={t('filter.allDepartments')}
                value={department}
                onChange={setDepartment}
                options={departments.map((d) => ({ value: d.code, text: d.name }))}
              />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="filter-kind"
                label={t('needs.kind')}
                all={t('task.all')}
                value={kind}
                onChange={setKind}
                options={KINDS.map((value) => ({ value, text: code('needKind', value) }))}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Need>
          path={`${CATALOG}/demand-catalogue`}
          filters={filters}
          label={t('menu.needs')}
          rowKey={(need) => need.id}
          rowTestId="need-row"
          empty={t('needs.empty')}
          columns={[
            {
              title: t('demand.name'),
              className: 'gs-name-cell',
              render: (need) => (
                <Link to={`/${need.kind === 'DEMAND' ? 'demands' : 'requests'}/${need.id}`}>
                  {need.name}
                </Link>
              ),
            },
            { title: t('needs.kind'), render: (need) => code('needKind', need.kind) },
            { title: t('demand.department'), render: (need) => need.department.name },
            { title: t('demand.provider'), render: (need) => need.provider?.name },
            { title: t('demand.items'), render: (need) => need.items },
            { title: t('request.purpose'), render: (need) => need.purpose },
            { title: t('demand.at'), narrow: true, render: (need) => date(need.createdAt) },
          ]}
        />
      </div>
    </PageFrame>
  );
}
