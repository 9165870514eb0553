import { Button, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import AngleDownIcon from '@patternfly/react-icons/dist/esm/icons/angle-down-icon';
import AngleRightIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon';
import { useState } from 'react';
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
import { NONE, useTexts } from '../../i18n';
import { DEPARTMENTS } from '../reference/entities';
import { EntryDialog } from '../reference/EntryDialog';
import { EntryLink } from '../reference/EntryValue';
import { type DepartmentNode, rowsOf, type TreeRow } from './tree';

/** 部门管理: all departments, each with those below it. */
export function DepartmentsPage() {
  const { t, code } = useTexts();
  const me = useUser();
  const [words, setWords] = useFilter('q');
  const [state, setState] = useFilter('state');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const tree = useGet<DepartmentNode[]>(`${CATALOG}/departments/tree`);
  const turn = (department: string) =>
    setClosed((old) => {
      const next = new Set(old);
      if (!next.delete(department)) next.add(department);
      return next;
    });
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
              rows={rowsOf(nodes, closed, { words, state })}
              rowKey={(row) => row.node.code}
              rowTestId="department-row"
              empty={t('reference.empty')}
              columns={[
                {
                  title: t('reference.name'),
                  className: 'gs-name-cell',
                  render: (row) => <Name row={row} onTurn={() => turn(row.node.code)} />,
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

function Name({ row: { node, depth, open }, onTurn }: { row: TreeRow; onTurn: () => void }) {
  const { t } = useTexts();
  return (
    <span className={`gs-tree gs-tree--${Math.min(depth, 5)}`}>
      {open === undefined ? (
        <span className="gs-tree__leaf" />
      ) : (
        <Button
          variant="plain"
          size="sm"
          icon={open ? <AngleDownIcon /> : <AngleRightIcon />}
          aria-expanded={open}
          aria-label={t('department.below', { name: node.name })}
          onClick={onTurn}
        />
      )}
      <Link to={`/reference/departments/${node.code}`}>{node.name}</Link>
    </span>
  );
}
