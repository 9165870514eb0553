import { useQueryClient } from '@tanstack/react-query';
import type { Page } from '../../api/catalog';
import { send } from '../../api/client';
import { EXCHANGE, type Reconciliation, type Run } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { failureOf, findingsOf } from './reconciliation';

/** Whether both tables of a run agree: results, how far the one under way is, and what to do. */
export function ReconciliationsPanel({ run }: { run: Run }) {
  const { t, number, time } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const path = `${EXCHANGE}/runs/${run.id}/reconciliations`;
  const targets = Math.max(1, ...(run.channels ?? []).map((c) => c.targetNumber));
  const list = useGet<Page<Reconciliation>>(path, { every: 2_000 });
  const refresh = () => queries.invalidateQueries({ queryKey: [path] });
  const underWay = (target: number) =>
    list.data?.items.some((r) => r.state === 'PENDING' && r.targetNumber === target);
  const reason = (target: number) => {
    if (!may(me, 'operate')) {
      return t('reconciliation.needsRole');
    }
    if (run.state !== 'COMPLETED') {
      return t('reconciliation.needsCompleted');
    }
    return underWay(target) ? t('reconciliation.underWay') : null;
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
            await send('POST', target === 1 ? path : `${path}?target=${target}`);
            await refresh();
          }}
        />
      ))}
    >
      <Remote query={list}>
        {(found) => (
          <DataTable
            label={t('reconciliation.title')}
            rows={found.items}
            rowKey={(r) => r.id}
            rowTestId="reconciliation-row"
            empty={t('reconciliation.none')}
            columns={[
              {
                title: t('reconciliation.at'),
                narrow: true,
                render: (r) =>
                  r.automatic
                    ? t('text.aside', {
                        text: time(r.requestedAt),
                        aside: t('reconciliation.automatic'),
                      })
                    : time(r.requestedAt),
              },
              {
                title: t('reconciliation.result'),
                render: (r) => (
                  <CodeLabel
                    kind="reconciliationState"
                    value={r.state}
                    testId="reconciliation-state"
                  />
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
                render: (r) => (
                  <Actions run={run} reconciliation={r} path={path} refresh={refresh} />
                ),
              },
            ]}
          />
        )}
      </Remote>
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
  run,
  reconciliation,
  path,
  refresh,
}: {
  run: Run;
  reconciliation: Reconciliation;
  path: string;
  refresh: () => Promise<void>;
}) {
  const { t } = useTexts();
  const me = useUser();
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
          await send('POST', `${path}/${reconciliation.id}/cancellation`);
          await refresh();
        }}
      />
    );
  }
  if (reconciliation.found?.mendable && run.mode !== 'CAPTURE') {
    return (
      <ConfirmButton
        text={t('reconciliation.mend')}
        title={t('reconciliation.mend')}
        question={t('reconciliation.mendQuestion')}
        variant="secondary"
        reason={reason}
        testId="reconciliation-mend"
        action={async () => {
          await send('POST', `${path}/${reconciliation.id}/resends`);
          await refresh();
        }}
      />
    );
  }
  return reconciliation.found?.mendable ? <span>{t('reconciliation.anew')}</span> : null;
}
