import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { useDepartments } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { type Column, useFilter } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { FilterSelect } from '../../components/Fields';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { SearchBox } from '../../components/SearchBox';
import { useTexts } from '../../i18n';
import { entityOf } from '../reference/entities';
import { type Entry, mayWrite } from '../reference/entity';
import { DecideButton } from './DecideButton';
import { type AuditedSystem, CLEAN_UPS } from './system';
import { DepartmentProgress } from './DepartmentProgress';

const IDLE_DAYS = ['30', '90', '180', '365', '730'];
const SHOWN = ['ANY', ...CLEAN_UPS];

/** 僵尸系统: systems that nobody seems to use, and what is to become of them. */
export function AuditPage() {
  const { t, code } = useTexts();
  const me = useUser();
  const { departments } = useDepartments();
  const [q, setQ] = useFilter('q');
  const [department, setDepartment] = useFilter('department');
  const [decision, setDecision] = useFilter('decision');
  const [idleDays, setIdleDays] = useFilter('idleDays');
  return (
    <PageFrame title={t('menu.systemAudit')} lead={t('system.auditLead')}>
      <DepartmentProgress idleDays={idleDays} />
      <Panel title={t('system.suspects')} testId="suspects">
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox id="system-search" label={t('action.search')} value={q} onSearch={setQ} />
            </ToolbarItem>
            {may(me, 'manage') && (
              <ToolbarItem>
                <FilterSelect
                  id="department-filter"
                  label={t('reference.department')}
                  all={t('filter.allDepartments')}
                  value={department}
                  options={departments.map((d) => ({ value: d.code, text: d.name }))}
                  onChange={setDepartment}
                />
              </ToolbarItem>
            )}
            <ToolbarItem>
              <FilterSelect
                id="decision-filter"
                label={t('system.decision')}
                all={t('cleanUp.OPEN')}
                value={decision}
                options={SHOWN.map((value) => ({ value, text: code('cleanUp', value) }))}
                onChange={setDecision}
              />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="idle-filter"
                label={t('system.idleFor')}
                all={t('system.idleDefault')}
                value={idleDays}
                options={IDLE_DAYS.map((days) => ({
                  value: days,
                  text: t('system.idleOver', { days }),
                }))}
                onChange={setIdleDays}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<AuditedSystem>
          path={`${CATALOG}/systems/audit`}
          filters={{ q, department, decision, idleDays }}
          label={t('system.suspects')}
          rowKey={(row) => row.system.id}
          rowTestId="suspect-row"
          empty={t('system.noSuspects')}
          columns={useColumns()}
        />
      </Panel>
    </PageFrame>
  );
}

function useColumns(): Column<AuditedSystem>[] {
  const { t, code, number } = useTexts();
  const me = useUser();
  const entity = entityOf('systems');
  const columns: Column<AuditedSystem>[] = [
    {
      title: t('reference.name'),
      className: 'gs-name-cell',
      render: ({ system }) => <Link to={`/reference/systems/${system.id}`}>{system.name}</Link>,
    },
    { title: t('reference.department'), render: ({ system }) => system.department.name },
    {
      title: t('system.reasons'),
      render: ({ reasons }) =>
        reasons.map((reason) => code('auditReason', reason)).join(t('list.separator')),
    },
    { title: t('system.idle'), numeric: true, render: ({ idleDays }) => number(idleDays) },
    { title: t('reference.usage'), render: ({ system }) => code('usage', system.usageFrequency) },
    {
      title: t('reference.users'),
      numeric: true,
      render: ({ system }) => number(system.userCount),
    },
    {
      title: t('reference.connection'),
      render: ({ system }) => code('connection', system.connection),
    },
    {
      title: t('system.decision'),
      render: ({ system }) => code('cleanUp', system.decision?.decision ?? 'OPEN'),
    },
  ];
  if (entity && may(me, entity.writers)) {
    columns.push({
      title: t('system.decide'),
      narrow: true,
      render: ({ system }) =>
        mayWrite(me, entity, system as unknown as Entry) && (
          <DecideButton system={system} variant="link" />
        ),
    });
  }
  return columns;
}
