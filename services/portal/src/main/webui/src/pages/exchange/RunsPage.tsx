import { useSearchParams } from 'react-router';
import type { Page } from '../../api/catalog';
import { query } from '../../api/client';
import { EXCHANGE, type Run } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { Pager, usePaging } from '../../components/DataTable';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { RunFilters } from './RunFilters';
import { runQuestion } from './runHistory';
import { RunsExport } from './RunsExport';
import { RunsTable } from './RunsTable';

/** 运行: every execution, live, and the history of those that have ended. */
export function RunsPage() {
  const { t } = useTexts();
  const [search] = useSearchParams();
  const { page, size } = usePaging();
  const list = useGet<Page<Run>>(
    `${EXCHANGE}/runs${query({ ...runQuestion(search), page, size })}`,
    { every: 2_000 },
  );
  return (
    <PageFrame
      title={t('menu.runs')}
      lead={t('runs.lead')}
      actions={<RunsExport total={list.data?.total} />}
    >
      <div>
        <RunFilters />
        <Remote query={list}>
          {(found) => (
            <>
              <RunsTable runs={found.items} offset={page * size} empty={t('runs.empty')} />
              <Pager total={found.total} />
            </>
          )}
        </Remote>
      </div>
    </PageFrame>
  );
}
