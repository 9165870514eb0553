import { Checkbox, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { AUTHORITY, type Candidate, CANDIDATE_STATUSES } from '../../api/authority';
import { useDepartments } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { type Column, useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { SearchBox } from '../../components/SearchBox';
import { useTexts } from '../../i18n';
import { CompareButton, LatestComparison, useComparison } from './Comparison';
import { percent } from './score';

const LEAST_SCORES = ['1', '0.9', '0.8'];

/** 一数一源: data that several departments seem to keep, and what is decided on them. */
export function AuthorityPage() {
  const { t, code, number } = useTexts();
  const me = useUser();
  const { departments, departmentName } = useDepartments();
  const [q, setQ] = useFilter('q');
  const [status, setStatus] = useFilter('status');
  const [department, setDepartment] = useFilter('department');
  const [minScore, setMinScore] = useFilter('minScore');
  const [baseLibrary, setBaseLibrary] = useFilter('baseLibrary');
  const comparison = useComparison(may(me, 'manage'));
  const columns: Column<Candidate>[] = [
    {
      title: t('authority.names'),
      className: 'gs-name-cell',
      render: (c) => <Link to={`/authority/${c.id}`}>{c.names.join(' / ')}</Link>,
    },
    { title: t('authority.score'), numeric: true, render: (c) => percent(c.score) },
    {
      title: t('resource.department'),
      render: (c) => c.departments.map((d) => d.name).join(t('list.separator')),
    },
    {
      title: t('authority.resources'),
      numeric: true,
      render: (c) => number(c.resourceCount),
    },
    {
      title: t('authority.items'),
      numeric: true,
      render: (c) => <Link to={`/authority/${c.id}`}>{number(c.itemCount)}</Link>,
    },
    {
      title: t('authority.baseLibrary'),
      narrow: true,
      render: (c) => t(c.baseLibrary ? 'reference.yes' : 'reference.no'),
    },
    {
      title: t('authority.status'),
      narrow: true,
      render: (c) => <CodeLabel kind="candidateStatus" value={c.decision?.verdict ?? 'OPEN'} />,
    },
    {
      title: t('authority.source'),
      render: (c) => departmentName(c.decision?.departmentCode),
    },
  ];
  return (
    <PageFrame
      title={t('menu.authority')}
      lead={t('authority.lead')}
      actions={
        <>
          <Link to="/authority/synonyms">{t('authority.synonyms')}</Link>
          <CompareButton comparison={comparison} />
        </>
      }
    >
      <div>
        <LatestComparison job={comparison} />
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox
                id="candidate-search"
                label={t('authority.search')}
                value={q}
                onSearch={setQ}
              />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="filter-status"
                label={t('authority.status')}
                all={t('authority.allStatus')}
                value={status}
                options={CANDIDATE_STATUSES.map((value) => ({
                  value,
                  text: code('candidateStatus', value),
                }))}
                onChange={setStatus}
              />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="filter-department"
                label={t('resource.department')}
                all={t('filter.allDepartments')}
                value={department}
                options={departments.map((d) => ({ value: d.code, text: d.name }))}
                onChange={setDepartment}
              />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="filter-score"
                label={t('authority.minScore')}
                all={t('authority.anyScore')}
                value={minScore}
                options={LEAST_SCORES.map((value) => ({
                  value,
                  text: t('authority.atLeast', { score: percent(Number(value)) }),
                }))}
                onChange={setMinScore}
              />
            </ToolbarItem>
            <ToolbarItem alignSelf="center">
              <Checkbox
                id="filter-base"
                label={t('authority.onlyBaseLibrary')}
                isChecked={baseLibrary === 'true'}
                onChange={(_, on) => setBaseLibrary(on ? 'true' : '')}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Candidate>
          path={`${AUTHORITY}/candidates`}
          filters={{ q, status, department, minScore, baseLibrary }}
          label={t('menu.authority')}
          rowKey={(c) => c.id}
          rowTestId="candidate-row"
          empty={t('authority.empty')}
          columns={columns}
        />
      </div>
    </PageFrame>
  );
}
