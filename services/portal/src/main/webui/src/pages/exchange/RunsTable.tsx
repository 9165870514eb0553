import { Link } from 'react-router';
import type { Run } from '../../api/exchange';
import { DataTable } from '../../components/DataTable';
import { CodeLabel } from '../../components/Labels';
import { useTexts } from '../../i18n';

/** Runs with how far each end is. */
export function RunsTable({
  runs,
  offset,
  empty,
  ofOneService,
}: {
  runs: Run[];
  offset: number;
  empty: string;
  /** Leaves out which service ran, where the page is about one. */
  ofOneService?: boolean;
}) {
  const { t, code, number, bytes, time } = useTexts();
  return (
    <DataTable
      label={t('menu.runs')}
      rows={runs}
      rowKey={(r) => r.id}
      rowTestId="run-row"
      empty={empty}
      columns={[
        {
          title: t('column.number'),
          numeric: true,
          narrow: true,
          render: (_, i) => number(offset + i + 1),
        },
        {
          title: t('run.one'),
          narrow: true,
          className: 'gs-mono',
          render: (r) => <Link to={`/exchange/runs/${r.id}`}>{r.id.slice(0, 8)}</Link>,
        },
        ...(ofOneService
          ? []
          : [
              {
                title: t('service.name'),
                className: 'gs-name-cell',
                render: (r: Run) => (
                  <Link to={`/exchange/services/${r.service.id}`}>{r.service.name}</Link>
                ),
              },
            ]),
        {
          title: t('run.state'),
          render: (r) => (
            <>
              <CodeLabel kind="runState" value={r.state} testId="run-state" />
              {r.reason && <div className="gs-quiet">{code('runReason', r.reason)}</div>}
            </>
          ),
        },
        { title: t('service.mode'), narrow: true, render: (r) => code('mode', r.mode) },
        { title: t('run.cause'), narrow: true, render: (r) => code('runCause', r.cause) },
        { title: t('run.sourceRows'), numeric: true, render: (r) => number(r.source?.rows) },
        {
          title: t('run.targetRows'),
          numeric: true,
          testId: 'run-target-rows',
          render: (r) => number(r.target?.rows),
        },
        { title: t('run.targetBytes'), numeric: true, render: (r) => bytes(r.target?.bytes) },
        {
          title: t('run.startedAt'),
          narrow: true,
          render: (r) => time(r.startedAt ?? r.requestedAt),
        },
        { title: t('run.endedAt'), narrow: true, render: (r) => time(r.endedAt) },
      ]}
    />
  );
}
