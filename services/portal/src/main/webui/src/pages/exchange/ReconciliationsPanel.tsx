import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { query, send } from '../../api/client';
import {
  EXCHANGE,
  type Reconciliation,
  type RowsSentAgain,
  type Run,
  type ServiceDetail,
} from '../../api/exchange';
import { useGet } from '../../api/hooks';
import type { Page } from '../../api/catalog';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import type { Column } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { useTexts } from '../../i18n';
import { failureOf, findingsOf } from './reconciliation';

/** Whether both tables of a run agree: results, how far the one under way is, and what to do. */
export function ReconciliationsPanel({ run }: { run: Run }) {
  const { t } = useTexts();
  return (
    <Comparisons
      path={`${EXCHANGE}/runs/${run.id}/reconciliations`}
      targets={Math.max(1, ...(run.channels ?? []).map((c) => c.targetNumber))}
      captures={run.mode === 'CAPTURE'}
      hindered={run.state === 'COMPLETED' ? null : t('reconciliation.needsCompleted')}
    />
  );
}

/** The same of a service, whose tables are compared as its last complete run has left them. */
export function ServiceReconciliationsPanel({ service }: { service: ServiceDetail }) {
  const { t } = useTexts();
  return (
    <Comparisons
      path={`${EXCHANGE}/services/${service.id}/reconciliations`}
      targets={service.targets?.length ?? 1}
      captures={service.mode === 'CAPTURE'}
      hindered={null}
      lead={t('reconciliation.lead')}
      columns={[
        {
          title: t('run.one'),
          narrow: true,
          className: 'gs-mono',
          render: (r) => <Link to={`/exchange/runs/${r.runId}`}>{r.runId.slice(0, 8)}</Link>,
        },
      ]}
    />
  );
}

function Comparisons({
  path,
  targets,
  captures,
  hindered,
  lead,
  columns = [],
}: {
  path: string;
  targets: number;
  captures: boolean;
  /** Why none can be asked for now. */
  hindered: string | null;
  lead?: string;
  columns?: Column<Reconciliation>[];
}) {
  const { t, number, time } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  // The first page of the list below, asked for once.
  const latest = useGet<Page<Reconciliation>>(`${path}${query({ page: 0, size: 10 })}`, {
    every: 2_000,
  });
  const reason = (target: number) => {
    if (!may(me, 'operate')) {
      return t('reconciliation.needsRole');
    }
    const underWay = latest.data?.items.some(
      (r) => r.state === 'PENDING' && r.targetNumber === target,
    );
    return hindered ?? (underWay ? t('reconciliation.underWay') : null);
  };
  return (
    <Panel
      title={t('reconciliation.title')}
      testId="reconciliations"
      actions={Array.from({ length: targets }, (_, i) => i + 1).map((target) => (
        <ConfirmButton
          key={target}
          text={
            targets === 1
              ? t('reconciliation.start')
              : t('reconciliation.startOf', { number: target })
          }
          title={t('reconciliation.start')}
          question={t('reconciliation.question')}
          variant="secondary"
          reason={reason(target)}
          testId={target === 1 ? 'reconcile' : `reconcile-${target}`}
          action={async () => {
            await send('POST', targets === 1 ? path : `${path}?target=${target}`);
            await queries.invalidateQueries();
          }}
        />
      ))}
    >
      {lead && <p className="gs-quiet gs-block">{lead}</p>}
      <PagedTable<Reconciliation>
        path={path}
        list="reconciliations."
        every={2_000}
        label={t('reconciliation.title')}
        rowKey={(r) => r.id}
        rowTestId="reconciliation-row"
        empty={t('reconciliation.none')}
        columns={[
          {
            title: t('reconciliation.at'),
            narrow: true,
            render: (r) => (
              <>
                {time(r.requestedAt)}
                <div className="gs-quiet">
                  {r.automatic ? t('reconciliation.automatic') : r.requestedBy}
                </div>
              </>
            ),
          },
          ...columns,
          ...(targets > 1
            ? [
                {
                  title: t('reconciliation.target'),
                  numeric: true,
                  render: (r: Reconciliation) => number(r.targetNumber),
                },
              ]
            : []),
          {
            title: t('reconciliation.result'),
            render: (r) => (
              <CodeLabel kind="reconciliationState" value={r.state} testId="reconciliation-state" />
            ),
          },
          { title: t('run.sourceRows'), numeric: true, render: (r) => number(r.source?.rows) },
          { title: t('run.targetRows'), numeric: true, render: (r) => number(r.target?.rows) },
          {
            title: t('reconciliation.findings'),
            render: (r) => <Findings reconciliation={r} />,
          },
          {
            title: t('reconciliation.todo'),
            render: (r) => <Actions reconciliation={r} captures={captures} />,
          },
        ]}
      />
    </Panel>
  );
}

function Findings({ reconciliation }: { reconciliation: Reconciliation }) {
  const { t, code, number } = useTexts();
  const failure = failureOf(reconciliation.reason);
  return (
    <div data-testid="reconciliation-findings">
      {failure && (
        <div>
          {t('text.aside', {
            text: code('runReason', failure.code),
            aside: t(failure.side === 'SOURCE' ? 'reconciliation.source' : 'reconciliation.target'),
          })}
        </div>
      )}
      {findingsOf(reconciliation).map(({ key, values }) => (
        <div key={key}>
          {t(key, Object.fromEntries(Object.entries(values).map(([name, n]) => [name, number(n)])))}
        </div>
      ))}
    </div>
  );
}

function Actions({
  reconciliation,
  captures,
}: {
  reconciliation: Reconciliation;
  captures: boolean;
}) {
  const { t } = useTexts();
  const me = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const path = `${EXCHANGE}/runs/${reconciliation.runId}/reconciliations/${reconciliation.id}`;
  const reason = may(me, 'operate') ? null : t('reconciliation.needsRole');
  if (reconciliation.state === 'PENDING') {
    return (
      <ConfirmButton
        text={t('reconciliation.cancel')}
        title={t('reconciliation.cancel')}
        question={t('reconciliation.cancelQuestion')}
        variant="link"
        reason={reason}
        testId="reconciliation-cancel"
        action={async () => {
          await send('POST', `${path}/cancellation`);
          await queries.invalidateQueries();
        }}
      />
    );
  }
  if (reconciliation.found?.mendable && !captures) {
    return (
      <ConfirmButton
        text={t('reconciliation.mend')}
        title={t('reconciliation.mend')}
        question={t('reconciliation.mendQuestion')}
        variant="secondary"
        reason={reason}
        testId="reconciliation-mend"
        action={async () => {
          const sent = await send<RowsSentAgain>('POST', `${path}/resends`);
          await queries.invalidateQueries();
          await navigate(`/exchange/runs/${sent.data.runId}`);
        }}
      />
    );
  }
  return reconciliation.found?.mendable ? <span>{t('reconciliation.anew')}</span> : null;
}
