import { Alert, Button, Spinner } from '@patternfly/react-core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { get, send } from '../../api/client';
import { EXCHANGE, type Run, type ServiceDetail, type Showing } from '../../api/exchange';
import { useUser } from '../../app/user';
import { type Me } from '../../app/access';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { FilterSelect } from '../../components/Fields';
import { ProblemAlert } from '../../components/Remote';
import { canRead, reader } from '../../components/sealed';
import { NONE, useTexts } from '../../i18n';
import { columnsOf, type OpenedRow } from './parkedRows';

const READERS = ['node-operator', 'catalog-editor', 'department-reviewer', 'requester'] as const;
const PAUSE = 700;
const PATIENCE = 120_000;

const pause = () => new Promise((done) => setTimeout(done, PAUSE));

/** Whether somebody is of one of the two departments whose rows they are. */
export function ownsRows(me: Me, service: ServiceDetail): boolean {
  const own = me.department?.code;
  return (
    (own === service.sourceDepartment || own === service.targetDepartment) &&
    READERS.some((role) => me.roles.includes(role))
  );
}

interface Opened {
  id: string;
  rows: OpenedRow[];
}

/**
 * Parked rows for people of the two departments: asked of the target's node, opened in this
 * browser, and tried again one by one.
 */
export function ParkedReader({ service }: { service: ServiceDetail }) {
  const { t, code } = useTexts();
  const me = useUser();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [target, setTarget] = useState('');
  const path = `${EXCHANGE}/services/${service.id}/parked-rows/showings`;
  const targets = service.targets ?? [];
  if (!ownsRows(me, service)) return null;

  const ask = async () => {
    setBusy(true);
    setProblem(null);
    setRefusal(null);
    setOpened(null);
    try {
      const key = await reader();
      const until = Date.now() + PATIENCE;
      let found = (
        await send<Showing>('POST', path, {
          readerKey: key.publicKey,
          target: target === '' ? null : Number(target),
        })
      ).data;
      while (found.endedAt === undefined && Date.now() < until) {
        await pause();
        found = await get<Showing>(`${path}/${found.id}`);
      }
      if (found.rows) {
        const text = await key.open(found.rows, found.id);
        setOpened({ id: found.id, rows: JSON.parse(text) as OpenedRow[] });
      } else {
        setRefusal(found.reason ?? 'no-answer');
      }
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel
      title={t('parked.reader')}
      testId="parked-reader"
      actions={
        <>
          {busy && <Spinner size="md" aria-label={t('trial.waiting')} />}
          {targets.length > 1 && (
            <FilterSelect
              id="parked-target"
              label={t('parked.node')}
              all={placeOf(targets[0]!)}
              value={target}
              onChange={setTarget}
              options={targets
                .slice(1)
                .map((each, index) => ({ value: String(index + 2), text: placeOf(each) }))}
            />
          )}
          <Button
            variant="secondary"
            isDisabled={busy || !canRead()}
            onClick={() => void ask()}
            data-testid="open-parked"
          >
            {t('parked.open')}
          </Button>
        </>
      }
    >
      <p className="gs-quiet">{t(canRead() ? 'parked.readerLead' : 'parked.cannotRead')}</p>
      {problem !== null && <ProblemAlert error={problem} />}
      {refusal && (
        <Alert
          isInline
          variant="warning"
          variantLabel={t('alert.warning')}
          title={refusal === 'no-answer' ? t('parked.noAnswer') : code('runReason', refusal)}
          data-testid="parked-refusal"
        />
      )}
      {opened && <Rows key={opened.id} service={service} opened={opened} />}
    </Panel>
  );
}

function placeOf(target: NonNullable<ServiceDetail['targets']>[number]): string {
  return `${target.node} · ${target.schema}.${target.table}`;
}

function Rows({ service, opened }: { service: ServiceDetail; opened: Opened }) {
  const { t, code, number } = useTexts();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const captures = service.mode === 'CAPTURE';
  const replay = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const run = await send<Run>('POST', `${EXCHANGE}/services/${service.id}/parked-rows/replay`, {
        showingId: opened.id,
        rows: [...chosen].map(Number),
      });
      await navigate(`/exchange/runs/${run.data.id}`);
    } catch (failure) {
      setProblem(failure);
      setBusy(false);
    }
  };
  return (
    <>
      {problem !== null && <ProblemAlert error={problem} />}
      <DataTable
        label={t('parked.reader')}
        rows={opened.rows}
        rowKey={(row) => String(row.number)}
        rowTestId="opened-row"
        empty={t('parked.noneWaiting')}
        part
        selection={
          captures
            ? undefined
            : {
                selected: chosen,
                onChange: setChosen,
                labelOf: (row) => t('parked.choose', { number: number(row.number) }),
                allLabel: t('parked.chooseAll'),
              }
        }
        columns={[
          { title: t('parked.number'), numeric: true, render: (row) => number(row.number) },
          {
            title: t('parked.reason'),
            narrow: true,
            render: (row) => code('runReason', row.reason),
          },
          {
            title: t('parked.where'),
            className: 'gs-mono',
            render: (row) => row.constraint ?? row.column ?? NONE,
          },
          {
            title: t('run.one'),
            className: 'gs-mono',
            render: (row) => (
              <Link to={`/exchange/runs/${row.runId}`}>{row.runId.slice(0, 8)}</Link>
            ),
          },
          ...columnsOf(opened.rows).map((column) => ({
            title: column,
            render: (row: OpenedRow) =>
              row.values[column] ?? <span className="gs-quiet">NULL</span>,
          })),
        ]}
      />
      {opened.rows.length > 0 && (
        <div className="gs-block">
          <Button
            variant="secondary"
            isDisabled={busy || captures || chosen.size === 0}
            onClick={() => void replay()}
            data-testid="replay-rows"
          >
            {t('replay.chosen', { rows: number(chosen.size) })}
          </Button>{' '}
          {(captures || chosen.size === 0) && (
            <span className="gs-quiet">
              {t(captures ? 'replay.notForCapture' : 'replay.chooseFirst')}
            </span>
          )}
        </div>
      )}
    </>
  );
}
