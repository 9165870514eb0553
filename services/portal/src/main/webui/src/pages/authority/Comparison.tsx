import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Page } from '../../api/catalog';
import { CATALOG, type Job } from '../../api/catalog';
import { AUTHORITY } from '../../api/authority';
import { send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { Panel } from '../../components/Facts';
import { isBusy, JobProgress } from '../../components/JobProgress';
import { useTexts } from '../../i18n';

const KIND = 'authority-comparison';
const BUSY = 1_000;

/** The comparison that the user ordered last; what it found is read again when it ends. */
export function useComparison(enabled: boolean): Job | undefined {
  const queries = useQueryClient();
  const path = `${CATALOG}/jobs?size=50`;
  const seen = useGet<Page<Job>>(path, { enabled });
  const latest = (page: Page<Job> | undefined) => page?.items.find((job) => job.kind === KIND);
  const busy = isBusy(latest(seen.data));
  useGet<Page<Job>>(path, { enabled, every: busy ? BUSY : undefined });
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !busy) {
      void queries.invalidateQueries();
    }
    wasBusy.current = busy;
  }, [busy, queries]);
  return latest(seen.data);
}

/** Orders a comparison. */
export function CompareButton({ comparison }: { comparison: Job | undefined }) {
  const { t } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  return (
    <ConfirmButton
      text={t('authority.compare')}
      title={t('authority.compare')}
      question={t('authority.compareQuestion')}
      reason={
        !may(me, 'manage')
          ? t('authority.compareNeedsRole')
          : isBusy(comparison)
            ? t('authority.running')
            : null
      }
      testId="compare"
      action={async () => {
        await send('POST', `${AUTHORITY}/comparisons`);
        await queries.invalidateQueries();
      }}
    />
  );
}

/** How far the comparison is; nothing where there was none or it simply ended. */
export function LatestComparison({ job }: { job: Job | undefined }) {
  const { t, time } = useTexts();
  if (!job) {
    return null;
  }
  return (
    <div className="gs-block">
      <Panel title={t('authority.comparison')} testId="comparison">
        <JobProgress job={job} /> {time(job.endedAt ?? job.startedAt)}
      </Panel>
    </div>
  );
}
