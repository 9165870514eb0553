import { Alert, Button, Spinner } from '@patternfly/react-core';
import { useState } from 'react';
import { get, send } from '../../api/client';
import { EXCHANGE, type ServiceDetail, type Trial } from '../../api/exchange';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { DataTable } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { ProblemAlert } from '../../components/Remote';
import { canRead, type Reader, reader } from '../../components/sealed';
import { NONE, useTexts } from '../../i18n';

type Row = (string | null)[];

const pause = () => new Promise((done) => setTimeout(done, 700));

/** How a run would go: what each end would do, and for the owning department its first rows. */
export function TrialPanel({ service }: { service: ServiceDetail }) {
  const { t, code } = useTexts();
  const me = useUser();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [rows, setRows] = useState<Row[] | null>(null);
  const path = `${EXCHANGE}/services/${service.id}/trials`;
  const owns =
    me.department?.code === service.sourceDepartment &&
    (['node-operator', 'catalog-editor', 'department-reviewer', 'requester'] as const).some(
      (role) => me.roles.includes(role),
    );

  const ask = async (withRows: boolean) => {
    setBusy(true);
    setProblem(null);
    setRows(null);
    try {
      const key: Reader | null = withRows ? await reader() : null;
      let found = (await send<Trial>('POST', path, { readerKey: key?.publicKey ?? null })).data;
      while (found.state === 'PENDING') {
        await pause();
        found = await get<Trial>(`${path}/${found.id}`);
      }
      setTrial(found);
      if (key && found.rows) {
        setRows(JSON.parse(await key.open(found.rows, found.id)) as Row[]);
      }
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel
      title={t('trial.title')}
      testId="trial"
      actions={
        <>
          {busy && <Spinner size="md" aria-label={t('trial.waiting')} />}
          {(may(me, 'design') || may(me, 'operate') || owns) && (
            <Button
              variant="secondary"
              isDisabled={busy}
              onClick={() => void ask(false)}
              data-testid="trial-plan"
            >
              {t('trial.plan')}
            </Button>
          )}
          {owns && (
            <Button
              variant="secondary"
              isDisabled={busy || !canRead()}
              onClick={() => void ask(true)}
              data-testid="trial-rows"
            >
              {t('trial.withRows')}
            </Button>
          )}
        </>
      }
    >
      <p className="gs-quiet">{t(owns ? 'trial.leadOwner' : 'trial.lead')}</p>
      {problem !== null && <ProblemAlert error={problem} />}
      {trial && trial.state !== 'DONE' && (
        <Alert
          isInline
          variant="warning"
          variantLabel={t('alert.warning')}
          title={code('trialState', trial.state)}
        >
          {trial.reason}
        </Alert>
      )}
      {trial && <Plan trial={trial} />}
      {trial?.targets && <Targets targets={trial.targets} />}
      {trial && rows && <Rows columns={trial.columns} rows={rows} />}
    </Panel>
  );
}

function Plan({ trial }: { trial: Trial }) {
  const { t, number, bytes } = useTexts();
  const estimate = (rows: number) => (rows < 0 ? t('trial.noEstimate') : number(rows));
  return (
    <Facts
      columns={2}
      facts={[
        [t('trial.sourceRows'), trial.source && estimate(trial.source.rows)],
        ...(trial.targets
          ? []
          : ([[t('trial.targetRows'), trial.target && estimate(trial.target.rows)]] as [
              string,
              React.ReactNode,
            ][])),
        [t('trial.sourceBytes'), trial.source && bytes(trial.source.bytes)],
        ...(trial.targets
          ? []
          : ([[t('trial.targetBytes'), trial.target && bytes(trial.target.bytes)]] as [
              string,
              React.ReactNode,
            ][])),
        [
          t('trial.steps'),
          trial.source && <span className="gs-mono">{trial.source.steps.join(' ← ')}</span>,
        ],
      ]}
    />
  );
}

/** What each of several targets says. */
function Targets({ targets }: { targets: NonNullable<Trial['targets']> }) {
  const { t, number, bytes } = useTexts();
  return (
    <DataTable
      label={t('trial.targets')}
      rows={targets}
      rowKey={(target) => String(target.number)}
      rowTestId="trial-target"
      columns={[
        {
          title: t('column.number'),
          narrow: true,
          numeric: true,
          render: (target) => number(target.number),
        },
        {
          title: t('channel.target'),
          className: 'gs-mono',
          render: (target) =>
            `${target.node} · ${target.dataSource} · ${target.schema}.${target.table}`,
        },
        {
          title: t('trial.targetRows'),
          numeric: true,
          render: (target) =>
            target.plan && target.plan.rows < 0 ? t('trial.noEstimate') : number(target.plan?.rows),
        },
        {
          title: t('trial.targetBytes'),
          numeric: true,
          render: (target) => bytes(target.plan?.bytes),
        },
        { title: t('run.reason'), render: (target) => target.reason ?? NONE },
      ]}
    />
  );
}

function Rows({ columns, rows }: { columns: string[]; rows: Row[] }) {
  const { t } = useTexts();
  return (
    <div className="gs-scroll">
      <DataTable
        label={t('trial.rows')}
        empty={t('trial.noRows')}
        rows={rows}
        rowKey={(row) => String(rows.indexOf(row))}
        rowTestId="trial-row"
        columns={columns.map((title, index) => ({
          title,
          render: (row: Row) =>
            row[index] === null ? <span className="gs-quiet">NULL</span> : row[index],
        }))}
      />
    </div>
  );
}
