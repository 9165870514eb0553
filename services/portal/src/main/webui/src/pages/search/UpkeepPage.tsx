import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CATALOG, type Job, type Page } from '../../api/catalog';
import { send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { ConfirmButton } from '../../components/Actions';
import { Facts, Panel } from '../../components/Facts';
import { isBusy, JobProgress } from '../../components/JobProgress';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useJob } from '../../components/useJob';
import { useTexts } from '../../i18n';

const KIND = 'search-reindex';

/** 检索维护: making the texts anew that are searched, with its progress. */
export function UpkeepPage() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [ordered, setOrdered] = useState<Job>();
  const jobs = useGet<Page<Job>>(`${CATALOG}/jobs?size=100`);
  const job = useJob(ordered ?? jobs.data?.items.find(({ kind }) => kind === KIND));
  return (
    <PageFrame
      title={t('reindex.title')}
      lead={t('reindex.lead')}
      actions={
        !isBusy(job) && (
          <ConfirmButton
            text={t('reindex.start')}
            title={t('reindex.start')}
            question={t('reindex.question')}
            testId="reindex"
            action={async () => {
              const { data } = await send<Job>('POST', `${CATALOG}/search/reindex`);
              setOrdered(data);
              await queries.invalidateQueries();
            }}
          />
        )
      }
    >
      <Panel title={t('reindex.last')} testId="reindex-job">
        <Remote query={jobs}>
          {() => (job ? <Progress job={job} /> : <p>{t('reindex.none')}</p>)}
        </Remote>
      </Panel>
    </PageFrame>
  );
}

function Progress({ job }: { job: Job }) {
  const { t, code, time } = useTexts();
  return (
    <>
      <JobProgress job={job} />
      <div className="gs-block-top">
        <Facts
          facts={[
            [t('reindex.by'), time(job.startedAt ?? job.createdAt)],
            [t('reindex.ended'), time(job.endedAt)],
            [t('reindex.stage'), isBusy(job) ? code('reindexStage', job.stage) : null],
          ]}
        />
      </div>
    </>
  );
}
