import { Button, Content } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { CATALOG, type Fault, type Import, type KeptResource } from '../../api/catalog';
import { send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { ConfirmButton } from '../../components/Actions';
import { useFilter } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { FilterSelect } from '../../components/Fields';
import { isBusy, JobProgress } from '../../components/JobProgress';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { type TextKey, useTexts } from '../../i18n';
import { CommitButton } from './CommitButton';

const BUSY = 1_000;

/** One import: what was found, what is wrong, and importing or undoing it. */
export function ImportPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const path = `${CATALOG}/imports/${id}`;
  const first = useGet<Import>(path);
  const queries = useQueryClient();
  const busy = isBusy(first.data?.job);
  const live = useGet<Import>(path, { every: busy ? BUSY : undefined });
  const shown = live.data ?? first.data;
  // What was found while a job was under way is not all that it has found in the end.
  useEffect(() => {
    if (!busy) {
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith(`${path}/`),
      });
    }
  }, [busy, path, queries]);
  return (
    <PageFrame
      title={shown?.fileName ?? t('menu.import')}
      label={shown && <CodeLabel kind="importState" value={shown.state} testId="import-state" />}
      crumbs={[{ to: '/imports', text: t('menu.import') }]}
      actions={shown && !busy && <ImportActions found={shown} />}
    >
      <Remote query={live}>
        {(found) => (
          <>
            {found.job && (
              <Panel title={t('import.progress')}>
                <JobProgress job={found.job} />
              </Panel>
            )}
            <Panel title={t('import.summary')}>
              <Counts found={found} />
            </Panel>
            {found.state === 'UNDONE' && found.counts.kept > 0 && <Kept path={path} />}
            <Faults path={path} found={found} />
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

const COUNTS = [
  'resources',
  'items',
  'good',
  'faulty',
  'faults',
  'created',
  'updated',
  'unchanged',
  'refused',
  'removed',
] as const satisfies (keyof Import['counts'])[];

function Counts({ found }: { found: Import }) {
  const { t, number } = useTexts();
  return (
    <Facts
      facts={[
        ...COUNTS.map((name): [string, string] => [
          t(`import.${name}` as TextKey),
          number(found.counts[name]),
        ]),
        [t('import.keptCount'), number(found.counts.kept)],
        [t('import.approval'), found.approval],
        [t('import.file'), found.fileKept ? null : t('import.fileGone')],
      ]}
    />
  );
}

function ImportActions({ found }: { found: Import }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const path = `${CATALOG}/imports/${found.id}`;
  const undoable = ['COMMITTING', 'COMMITTED', 'UNDOING'].includes(found.state);
  return (
    <>
      {found.counts.faults > 0 && found.fileKept && (
        <Button variant="secondary" component="a" href={`${path}/annotated.xlsx`}>
          {t('import.annotated')}
        </Button>
      )}
      {(found.state === 'CHECKED' || found.state === 'COMMITTING') && found.fileKept && (
        <CommitButton found={found} />
      )}
      {undoable && (
        <ConfirmButton
          text={t('import.undo')}
          title={t('import.undo')}
          question={t('import.undoQuestion')}
          variant="secondary"
          danger
          testId="undo"
          action={async () => {
            await send('POST', `${path}/undo`, undefined, `"${found.revision}"`);
            await queries.invalidateQueries();
          }}
        />
      )}
    </>
  );
}

function Faults({ path, found }: { path: string; found: Import }) {
  const { t, code, number } = useTexts();
  const [chosen, choose] = useFilter('code');
  const codes = [...new Set((found.faultCounts ?? []).map((count) => count.code))];
  const countOf = (wanted: string) =>
    (found.faultCounts ?? [])
      .filter((count) => count.code === wanted)
      .reduce((sum, count) => sum + count.count, 0);
  return (
    <Panel title={t('import.faults')} testId="faults">
      {codes.length > 0 && (
        <FilterSelect
          id="filter-code"
          label={t('import.faults')}
          all={t('import.allFaults')}
          value={chosen}
          onChange={choose}
          options={codes.map((value) => ({
            value,
            text: t('import.faultOption', {
              code: code('faultCode', value),
              count: number(countOf(value)),
            }),
          }))}
        />
      )}
      <PagedTable<Fault>
        path={`${path}/faults`}
        filters={{ code: chosen }}
        label={t('import.faults')}
        rowKey={(_, index) => String(index)}
        rowTestId="fault-row"
        empty={<Content>{t('import.noFaults')}</Content>}
        columns={[
          { title: t('import.row'), numeric: true, render: (fault) => number(fault.row) },
          { title: t('import.column'), render: (fault) => fault.header ?? fault.column },
          { title: t('import.value'), render: (fault) => fault.value },
          { title: t('import.message'), render: (fault) => fault.message },
          { title: t('import.suggestion'), render: (fault) => fault.suggestion },
          { title: t('import.proposal'), render: (fault) => fault.proposal },
        ]}
      />
    </Panel>
  );
}

function Kept({ path }: { path: string }) {
  const { t, code } = useTexts();
  const kept = useGet<{ items: KeptResource[] }>(`${path}/kept?size=100`);
  return (
    <Panel title={t('import.kept')}>
      <Remote query={kept}>
        {(found) => (
          <Facts
            columns={2}
            facts={found.items.map((resource) => [
              resource.name,
              code('keptReason', resource.reason),
            ])}
          />
        )}
      </Remote>
    </Panel>
  );
}
