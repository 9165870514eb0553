import { Alert, Progress, ProgressMeasureLocation } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { CATALOG, type Job } from '../api/catalog';
import { send } from '../api/client';
import { useTexts } from '../i18n';
import { ActionButton } from './ActionButton';

/** Whether work is still going on. */
export function isBusy(job: Job | undefined): boolean {
  return job?.state === 'QUEUED' || job?.state === 'RUNNING';
}

/** How far a job is, with the way to stop it; why it failed if it did. */
export function JobProgress({ job }: { job: Job }) {
  const { t, code, number } = useTexts();
  const queries = useQueryClient();
  if (job.state === 'FAILED') {
    return (
      <Alert
        component="p"
        variant="danger"
        isInline
        title={job.message ?? code('jobState', job.state)}
      />
    );
  }
  if (!isBusy(job)) {
    return <>{code('jobState', job.state)}</>;
  }
  const total = job.total ?? 0;
  return (
    <>
      <Progress
        title={code('jobState', job.state)}
        value={total > 0 ? (100 * job.done) / total : 0}
        label={t('job.progress', { done: number(job.done), total: number(job.total) })}
        measureLocation={ProgressMeasureLocation.top}
        data-testid="job-progress"
      />
      <ActionButton
        text={t('job.cancel')}
        action={async () => {
          await send('POST', `${CATALOG}/jobs/${job.id}/cancellation`);
          await queries.invalidateQueries();
        }}
      />
    </>
  );
}
