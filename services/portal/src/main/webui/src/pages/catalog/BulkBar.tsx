import { Button } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Job, type ResourceState } from '../../api/catalog';
import { send } from '../../api/client';
import { ConfirmButton } from '../../components/Actions';
import { type Column, DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { isBusy, JobProgress } from '../../components/JobProgress';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { useJob } from '../../components/useJob';
import { useTexts } from '../../i18n';
import {
  type BulkItem,
  bulkPath,
  type BulkResult,
  type BulkStep,
  GRAVE,
  stepsFor,
  type Targets,
  WITH_REMARK,
} from './bulk';
import { useUser } from '../../app/user';

/** Takes a step with all that are selected, and says what became of each. */
export function BulkBar({
  state,
  total,
  count,
  everything,
  canTakeEverything,
  targets,
  onEverything,
  onClear,
}: {
  state: ResourceState;
  /** How many the list holds in all. */
  total: number;
  /** How many are selected. */
  count: number;
  everything: boolean;
  canTakeEverything: boolean;
  targets: Targets;
  onEverything: () => void;
  onClear: () => void;
}) {
  const { t, code, number } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<{ step: BulkStep; answer: BulkResult | Job } | null>(null);
  const take = (step: BulkStep) => async (remark: string) => {
    const { data } = await send<BulkResult | Job>('POST', bulkPath(count), {
      action: step,
      ...targets,
      remark: remark || null,
    });
    setOutcome({ step, answer: data });
    onClear();
    await queries.invalidateQueries();
  };
  return (
    <>
      {outcome && (
        <Outcome step={outcome.step} answer={outcome.answer} onClose={() => setOutcome(null)} />
      )}
      {count > 0 && (
        <div className="gs-actions gs-block" role="group" data-testid="bulk">
          <span role="status">
            {t(everything ? 'bulk.everythingSelected' : 'bulk.selected', { count: number(count) })}
          </span>
          {canTakeEverything && !everything && total > count && (
            <Button variant="link" isInline onClick={onEverything} data-testid="bulk-everything">
              {t('bulk.everything', { count: number(total) })}
            </Button>
          )}
          {stepsFor(me, state).map((step) => {
            const action = code('bulkAction', step);
            return (
              <ConfirmButton
                key={step}
                text={action}
                title={t('bulk.title', { action, count: number(count) })}
                question={t('bulk.question', { action, count: number(count) })}
                remark={WITH_REMARK.includes(step) ? 'required' : 'optional'}
                variant={GRAVE.includes(step) ? 'secondary' : 'primary'}
                danger={GRAVE.includes(step)}
                testId={`bulk-${step}`}
                action={take(step)}
              />
            );
          })}
          <Button variant="link" isInline onClick={onClear}>
            {t('bulk.clear')}
          </Button>
        </div>
      )}
    </>
  );
}

function Outcome({
  step,
  answer,
  onClose,
}: {
  step: BulkStep;
  answer: BulkResult | Job;
  onClose: () => void;
}) {
  const { t, code } = useTexts();
  const job = useJob('kind' in answer ? answer : undefined);
  return (
    <Panel
      title={t('bulk.outcome', { action: code('bulkAction', step) })}
      testId="bulk-outcome"
      actions={
        <Button variant="link" isInline onClick={onClose}>
          {t('bulk.close')}
        </Button>
      }
    >
      {'items' in answer && <Items found={answer} />}
      {isBusy(job) && <p>{t('bulk.running')}</p>}
      {job && <JobProgress job={job} />}
      {job?.result && !isBusy(job) && <OrderItems path={job.result} />}
    </Panel>
  );
}

/** What became of the resources of an order: those with which something is still to be done. */
function OrderItems({ path }: { path: string }) {
  const { t } = useTexts();
  return (
    <PagedTable<BulkItem>
      path={path}
      filters={{ done: 'false' }}
      list="order."
      label={t('bulk.refused')}
      rowKey={(item) => item.id}
      rowTestId="bulk-item"
      empty={t('bulk.noneRefused')}
      columns={useItemColumns()}
    />
  );
}

function Items({ found }: { found: BulkResult }) {
  const { t, number } = useTexts();
  const columns = useItemColumns();
  // Those that were not done first: something is still to be done with them.
  const rows = [...found.items].sort((a, b) => Number(a.done) - Number(b.done));
  return (
    <>
      <p role="status" className="gs-block">
        {t('bulk.done', { done: number(found.done), refused: number(found.refused) })}
      </p>
      <DataTable
        label={t('bulk.result')}
        rows={rows}
        rowKey={(item) => item.id}
        rowTestId="bulk-item"
        columns={columns}
      />
    </>
  );
}

function useItemColumns(): Column<BulkItem>[] {
  const { t } = useTexts();
  return [
    { title: t('resource.name'), render: (item) => item.name ?? t('bulk.unknown') },
    {
      title: t('bulk.result'),
      narrow: true,
      render: (item) =>
        item.done ? t('bulk.ok') : <CodeLabel kind="resourceState" value={item.state} />,
    },
    { title: t('bulk.reason'), render: (item) => item.reason },
  ];
}
