import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { DataTable, useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { SearchBox } from '../../components/SearchBox';
import { rowsOf } from '../../components/tree';
import { TreeName, useClosed } from '../../components/TreeName';
import { NONE, useTexts } from '../../i18n';
import { DEPARTMENTS } from '../reference/entities';
import { EntryDialog } from '../reference/EntryDialog';
import { EntryLink } from '../reference/EntryValue';
import { type DepartmentNode, wanted } from './tree';

/** 部门管理: all departments, each with those below it. */
export function DepartmentsPage() {
  const { t, code } = useTexts();
  const me = useUser();
  const [words, setWords] = useFilter('q');
  const [state, setState] = useFilter('state');
  const [closed, turn] = useClosed();
  const tree = useGet<DepartmentNode[]>(`${CATALOG}/departments/tree`);
  return (
    <PageFrame
      title={t('reference.departments')}
      lead={t('department.lead')}
      actions={may(me, 'manage') && <EntryDialog entity={DEPARTMENTS} />}
    >
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox
                id="department-search"
                label={t('action.search')}
                hint={t('department.search')}
                value={words}
                onSearch={setWords}
              />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="state-filter"
                label={t('reference.state')}
                all={t('filter.allStates')}
                value={state}
                options={['ACTIVE', 'ABOLISHED'].map((value) => ({
                  value,
                  text: code('departmentState', value),
                }))}
                onChange={setState}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <Remote query={tree}>
          {(nodes) => (
            <DataTable
              label={t('reference.departments')}
              rows={rowsOf(nodes, closed, wanted(words, state))}
              rowKey={(row) => row.node.code}
              rowTestId="department-row"
              empty={t('reference.empty')}
              columns={[
                {
                  title: t('reference.name'),
                  className: 'gs-name-cell',
                  render: (row) => (
                    <TreeName
                      row={row}
                      label={t('department.below', { name: row.node.name })}
                      onTurn={() => turn(row.node.code)}
                    >
                      <Link to={`/reference/departments/${row.node.code}`}>{row.node.name}</Link>
                    </TreeName>
                  ),
                },
                { title: t('reference.code'), className: 'gs-mono', render: (r) => r.node.code },
                {
                  title: t('reference.serial'),
                  className: 'gs-mono',
                  render: (r) => r.node.serial,
                },
                {
                  title: t('reference.kind'),
                  render: (r) => code('departmentKind', r.node.kind),
                },
                {
                  title: t('reference.region'),
                  render: (r) =>
                    r.node.regionCode ? <EntryLink kind="regions" id={r.node.regionCode} /> : NONE,
                },
                {
                  title: t('reference.state'),
                  render: (r) => code('departmentState', r.node.state),
                },
              ]}
            />
          )}
        </Remote>
      </div>
    </PageFrame>
  );
}
