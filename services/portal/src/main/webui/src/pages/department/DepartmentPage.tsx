import { Button } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { CATALOG, type Department } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { useDepartments, useVersioned } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { ChangeHistory } from '../history/ChangeHistory';
import { DEPARTMENTS, entityOf } from '../reference/entities';
import { type Entry, mayWrite } from '../reference/entity';
import { EntryDialog } from '../reference/EntryDialog';
import { EntryLink } from '../reference/EntryValue';

interface DepartmentDetail extends Department {
  serial: string;
  parent?: string;
  kind: string;
  regionCode?: string;
  creditCode?: string;
  state: 'ACTIVE' | 'ABOLISHED';
  abolitionReason?: string;
  abolishedAt?: string;
}

/** One department: what it is, what belongs to it, and its abolition. */
export function DepartmentPage() {
  const { code = '' } = useParams();
  const { t } = useTexts();
  const me = useUser();
  const found = useVersioned<DepartmentDetail>(`${CATALOG}/departments/${code}`);
  const department = found.data?.data;
  const sees = may(me, 'manage') || (may(me, 'changes') && me.department?.code === code);
  return (
    <PageFrame
      title={department?.name ?? t('reference.departments')}
      label={department && <CodeLabel kind="departmentState" value={department.state} />}
      crumbs={[{ to: '/reference/departments', text: t('reference.departments') }]}
      actions={found.data && may(me, 'manage') && <DepartmentActions found={found.data} />}
    >
      <Remote query={found}>
        {({ data }) => (
          <>
            <Basics department={data} />
            <Below code={code} />
            <Offices code={code} />
            {sees && <ChangeHistory kind="department" id={code} />}
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function DepartmentActions({ found }: { found: Versioned<DepartmentDetail> }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const { code, name, state } = found.data;
  const post = async (where: string, body?: unknown) => {
    await send('POST', `${CATALOG}/departments/${code}/${where}`, body, found.version);
    await queries.invalidateQueries();
  };
  return (
    <>
      <EntryDialog entity={DEPARTMENTS} id={code} variant="secondary" />
      {state === 'ACTIVE' ? (
        <ConfirmButton
          text={t('department.abolish')}
          title={t('department.abolish')}
          question={t('department.abolishQuestion', { name })}
          remark="required"
          variant="secondary"
          danger
          testId="abolish"
          action={(reason) => post('abolition', { reason })}
        />
      ) : (
        <ConfirmButton
          text={t('department.reinstate')}
          title={t('department.reinstate')}
          question={t('department.reinstateQuestion', { name })}
          variant="secondary"
          testId="reinstate"
          action={() => post('reinstatement')}
        />
      )}
    </>
  );
}

function Basics({ department: d }: { department: DepartmentDetail }) {
  const { t, code, time } = useTexts();
  const { departmentName } = useDepartments();
  const abolition: [string, string | undefined][] =
    d.state === 'ABOLISHED'
      ? [
          [t('department.abolitionReason'), d.abolitionReason],
          [t('department.abolishedAt'), time(d.abolishedAt)],
        ]
      : [];
  return (
    <Panel title={t('reference.basics')} actions={<Links code={d.code} />}>
      <Facts
        facts={[
          [t('reference.code'), d.code],
          [t('reference.serial'), d.serial],
          [t('reference.kind'), code('departmentKind', d.kind)],
          [
            t('reference.parent'),
            d.parent && (
              <Link to={`/reference/departments/${d.parent}`}>{departmentName(d.parent)}</Link>
            ),
          ],
          [t('reference.region'), d.regionCode && <EntryLink kind="regions" id={d.regionCode} />],
          [t('reference.creditCode'), d.creditCode],
          ...abolition,
        ]}
      />
    </Panel>
  );
}

/** Where to find the rest of what a department has. */
function Links({ code }: { code: string }) {
  const { t } = useTexts();
  const me = useUser();
  const kinds = ['functions', 'matters', 'systems']
    .map((kind) => entityOf(kind))
    .filter((entity) => entity !== undefined)
    .filter(
      ({ readers }) =>
        !readers || (may(me, readers) && (may(me, 'manage') || me.department?.code === code)),
    );
  return (
    <>
      {kinds.map((entity) => (
        <Button
          key={entity.kind}
          variant="link"
          component={(props) => (
            <Link {...props} to={`/reference/${entity.kind}?department=${code}`} />
          )}
        >
          {t(entity.title)}
        </Button>
      ))}
      <Button
        variant="link"
        component={(props) => <Link {...props} to={`/catalog?department=${code}`} />}
      >
        {t('menu.resources')}
      </Button>
    </>
  );
}

/** Departments directly below. */
function Below({ code }: { code: string }) {
  const { t } = useTexts();
  return (
    <Panel title={t('department.children')}>
      <PagedTable<Department>
        path={`${CATALOG}/departments`}
        filters={{ parent: code }}
        list="children."
        label={t('department.children')}
        rowKey={(row) => row.code}
        empty={t('department.noChildren')}
        columns={[
          {
            title: t('reference.name'),
            render: (row) => <Link to={`/reference/departments/${row.code}`}>{row.name}</Link>,
          },
          { title: t('reference.code'), className: 'gs-mono', render: (row) => row.code },
        ]}
      />
    </Panel>
  );
}

function Offices({ code }: { code: string }) {
  const { t } = useTexts();
  const me = useUser();
  const entity = entityOf('offices');
  if (!entity) {
    return null;
  }
  const writes = mayWrite(me, entity, { department: { code } });
  return (
    <Panel
      title={t('reference.offices')}
      testId="offices"
      actions={
        writes && (
          <EntryDialog entity={entity} initial={{ departmentCode: code }} variant="secondary" />
        )
      }
    >
      <PagedTable<Entry>
        path={`${CATALOG}/offices`}
        filters={{ department: code }}
        list="offices."
        label={t('reference.offices')}
        rowKey={(office) => String(office.id)}
        rowTestId="office-row"
        empty={t('department.noOffices')}
        columns={[
          {
            title: t('reference.name'),
            className: 'gs-name-cell',
            render: (office) => (
              <Link to={`/reference/offices/${String(office.id)}`}>{String(office.name)}</Link>
            ),
          },
          { title: t('reference.duties'), render: (office) => office.duties as string },
          { title: t('contact.name'), render: (office) => office.contactName as string },
          { title: t('contact.phone'), render: (office) => office.contactPhone as string },
          {
            title: t('reference.abolished'),
            narrow: true,
            render: (office) => t(office.abolished ? 'reference.yes' : 'reference.no'),
          },
        ]}
      />
    </Panel>
  );
}
