import { Alert } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Page } from '../../api/catalog';
import { query, send } from '../../api/client';
import { EXCHANGE, type Receipt, type Run, type RunEnd } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { DataTable, Pager, usePaging } from '../../components/DataTable';
import { Facts, Figure, Figures, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { ChannelsPanel } from './ChannelsPanel';
import { Digest } from './Digest';
import { DriftPanel } from './DriftPanel';
import { RunEventsPanel } from './EventsPanel';
import { ParkedPanel } from './ParkedPanel';
import { ProofPanel } from './ProofPanel';
import { ReconciliationsPanel } from './ReconciliationsPanel';
import { WithholdingPanel } from './WithholdingPanel';
import { ProgressPanel } from './ProgressPanel';

function isLive(run: Run | undefined): boolean {
  return run === undefined || ['REQUESTED', 'RUNNING', 'PAUSED'].includes(run.state);
}

/** One run: both ends side by side, the receipts, and whether the tables agree. */
export function RunPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const run = useGet<Run>(`${EXCHANGE}/runs/${id}`, { every: 2_000 });
  if (run.data === undefined) {
    return (
      <PageFrame title={t('run.one')} crumbs={[{ to: '/exchange/runs', text: t('menu.runs') }]}>
        <Remote query={run}>{() => null}</Remote>
      </PageFrame>
    );
  }
  return <RunBody run={run.data} />;
}

function RunBody({ run }: { run: Run }) {
  const { t, code, number, time } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const live = isLive(run);
  const operates = may(me, 'operate');
  return (
    <PageFrame
      title={t('run.titleOf', { id: run.id.slice(0, 8) })}
      label={<CodeLabel kind="runState" value={run.state} testId="run-state" />}
      lead={
        <Link to={`/exchange/services/${run.service.id}`}>
          {t('text.aside', { text: run.service.name, aside: run.service.code })}
        </Link>
      }
      crumbs={[{ to: '/exchange/runs', text: t('menu.runs') }]}
      actions={
        operates && (
          <>
            <PauseButton run={run} live={live} />
            <ConfirmButton
              text={t('run.stop')}
              title={t('run.stop')}
              question={t('run.stopQuestion')}
              variant="secondary"
              danger
              reason={live ? null : t('run.hasEnded')}
              testId="stop-run"
              action={async () => {
                await send('POST', `${EXCHANGE}/runs/${run.id}/stopping`);
                await queries.invalidateQueries();
              }}
            />
          </>
        )
      }
    >
      {run.reason && (
        <Alert
          isInline
          variant={run.state === 'FAILED' ? 'danger' : 'info'}
          variantLabel={t(run.state === 'FAILED' ? 'alert.danger' : 'alert.info')}
          title={code('runReason', run.reason)}
          data-testid="run-reason"
        >
          {run.detail}
        </Alert>
      )}
      <ProgressPanel run={run} />
      <div className="gs-ends">
        <End title={t('service.source')} end={run.source} side="source" />
        <End title={t('service.target')} end={run.target} side="target" />
      </div>
      <ChannelsPanel run={run} />
      <Panel title={t('run.basics')}>
        <Facts
          facts={[
            [t('service.mode'), code('mode', run.mode)],
            [t('run.version'), number(run.serviceVersion)],
            [t('run.cause'), code('runCause', run.cause)],
            [
              t('parked.balance'),
              t('parked.balanceOf', {
                parked: number(run.receipts.parked),
                superseded: number(run.receipts.superseded),
              }),
            ],
            [t('run.requestedBy'), run.requestedBy],
            [t('run.requestedAt'), time(run.requestedAt)],
            [t('run.startedAt'), time(run.startedAt)],
            [t('run.endedAt'), time(run.endedAt)],
            [t('run.id'), <span className="gs-mono">{run.id}</span>],
          ]}
        />
      </Panel>
      {live && <WithholdingPanel run={run} every={5_000} />}
      {run.reason === 'schema-drift' && run.state === 'PAUSED' && <DriftPanel run={run} />}
      <RunEventsPanel run={run} every={live ? 5_000 : undefined} />
      <ParkedPanel of="runs" id={run.id} every={live ? 2_000 : undefined} />
      <ReconciliationsPanel run={run} />
      <Receipts run={run} live={live} />
      <ProofPanel run={run} every={live ? 10_000 : 30_000} />
    </PageFrame>
  );
}

/** Holds the run up, or lets it go on. */
function PauseButton({ run, live }: { run: Run; live: boolean }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const paused = run.state === 'PAUSED';
  const text = paused ? t('run.goOn') : t('run.pause');
  return (
    <ConfirmButton
      text={text}
      title={text}
      question={paused ? t('run.goOnQuestion') : t('run.pauseQuestion')}
      variant="secondary"
      reason={live ? null : t('run.hasEnded')}
      testId={paused ? 'resume-run' : 'pause-run'}
      action={async () => {
        await send('POST', `${EXCHANGE}/runs/${run.id}/${paused ? 'resumption' : 'pausing'}`);
        await queries.invalidateQueries();
      }}
    />
  );
}

function End({
  title,
  end,
  side,
}: {
  title: string;
  end: RunEnd | undefined;
  side: 'source' | 'target';
}) {
  const { t, number, bytes } = useTexts();
  return (
    <Panel
      title={title}
      actions={<CodeLabel kind="runState" value={end?.state} />}
      testId={`run-${side}`}
    >
      <Figures pairs>
        <Figure
          strong
          label={t('run.rows')}
          value={number(end?.rows)}
          testId={`run-${side}-rows`}
          to={side === 'target' ? '#receipts' : undefined}
        />
        <Figure
          label={t('run.messages')}
          value={number(end?.messages)}
          to="#receipts"
          testId={`run-${side}-messages`}
        />
        <Figure label={t('run.bytes')} value={bytes(end?.bytes)} testId={`run-${side}-bytes`} />
        <Figure label={t('run.wireBytes')} value={bytes(end?.wireBytes)} />
      </Figures>
    </Panel>
  );
}

function Receipts({ run, live }: { run: Run; live: boolean }) {
  const { t, code, number, bytes, time } = useTexts();
  const { page, size } = usePaging();
  const list = useGet<Page<Receipt>>(
    `${EXCHANGE}/runs/${run.id}/receipts${query({ page, size })}`,
    {
      every: live ? 2_000 : 10_000,
    },
  );
  const receipts = run.receipts;
  return (
    <div id="receipts">
      <Panel
        title={t('receipt.count', { count: number(receipts?.count) })}
        testId="receipts"
        actions={
          receipts && receipts.count > 0 ? (
            <CodeLabel
              kind="receiptChain"
              value={receipts.verified ? 'VERIFIED' : 'UNVERIFIED'}
              testId="receipts-verified"
            />
          ) : undefined
        }
      >
        {receipts?.headDigest && (
          <Facts
            columns={1}
            facts={[[t('receipt.head'), <span className="gs-mono">{receipts.headDigest}</span>]]}
          />
        )}
        <Remote query={list}>
          {(found) => (
            <>
              <DataTable
                label={t('receipt.title')}
                rows={found.items}
                rowKey={(r) => `${r.channelId}/${r.sequence}`}
                rowTestId="receipt-row"
                empty={t('receipt.none')}
                columns={[
                  {
                    title: t('receipt.sequence'),
                    numeric: true,
                    render: (r) => number(r.sequence),
                  },
                  { title: t('receipt.kind'), render: (r) => code('receiptKind', r.kind) },
                  { title: t('run.rows'), numeric: true, render: (r) => number(r.rows) },
                  { title: t('run.bytes'), numeric: true, render: (r) => bytes(r.bytes) },
                  {
                    title: t('receipt.digest'),
                    className: 'gs-mono',
                    render: (r) => <Digest value={r.digest} />,
                  },
                  { title: t('receipt.signed'), narrow: true, render: () => t('receipt.both') },
                  {
                    title: t('receipt.committedAt'),
                    narrow: true,
                    render: (r) => time(r.committedAt),
                  },
                ]}
              />
              <Pager total={found.total} />
            </>
          )}
        </Remote>
      </Panel>
    </div>
  );
}
