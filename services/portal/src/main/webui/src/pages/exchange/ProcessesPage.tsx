import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Page } from '../../api/catalog';
import { query, send } from '../../api/client';
import { EXCHANGE, type Process, type ProcessRun } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { DataTable, Pager, usePaging } from '../../components/DataTable';
import { Panel, Section } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { NONE, useTexts } from '../../i18n';
import { EditProcess, NewProcess } from './ProcessForm';
import { ProcessGraph } from './ProcessGraph';
import { useServiceNames } from './serviceNames';

/** 流程: services that are run as a whole, one after the success of another. */
export function ProcessesPage() {
  const { t } = useTexts();
  const me = useUser();
  const { page, size } = usePaging();
  const list = useGet<Page<Process>>(`${EXCHANGE}/processes${query({ page, size })}`);
  return (
    <PageFrame
      title={t('menu.processes')}
      lead={t('processes.lead')}
      actions={may(me, 'design') && <NewProcess />}
    >
      <Remote query={list}>
        {(found) => (
          <>
            {found.items.length === 0 && (
              <Panel title={t('menu.processes')}>{t('processes.empty')}</Panel>
            )}
            {found.items.map((process) => (
              <OneProcess key={process.id} process={process} />
            ))}
            <Pager total={found.total} />
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function OneProcess({ process }: { process: Process }) {
  const { t, code, time } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const runs = useGet<Page<ProcessRun>>(`${EXCHANGE}/processes/${process.id}/runs?page=0&size=5`, {
    every: 2_000,
  });
  const name = useServiceNames(process.services);
  const last = runs.data?.items[0];
  const running = last?.state === 'RUNNING';
  const ask = async (path: string) => {
    await send('POST', `${EXCHANGE}/${path}`);
    await queries.invalidateQueries();
  };
  return (
    <Panel
      title={process.name}
      testId="process"
      actions={
        <>
          {may(me, 'design') && <EditProcess process={process} />}
          {may(me, 'operate') &&
            (running ? (
              <ConfirmButton
                text={t('process.stop')}
                title={t('process.stop')}
                question={t('process.stopQuestion')}
                variant="secondary"
                danger
                action={() => ask(`process-runs/${last.id}/stopping`)}
              />
            ) : (
              <ConfirmButton
                text={t('process.start')}
                title={t('process.start')}
                question={t('process.startQuestion', { name: process.name })}
                testId="start-process"
                action={() => ask(`processes/${process.id}/runs`)}
              />
            ))}
        </>
      }
    >
      <ProcessGraph process={process} last={last} name={name} />
      <DataTable
        label={t('process.stepsOf', { name: process.name })}
        rows={process.services}
        rowKey={(id) => id}
        rowTestId="process-step"
        columns={[
          {
            title: t('service.one'),
            render: (id) => <Link to={`/exchange/services/${id}`}>{name(id)}</Link>,
          },
          {
            title: t('process.after'),
            render: (id) =>
              process.edges
                .filter((edge) => edge.after === id)
                .map((edge) => name(edge.before))
                .join(t('list.separator')) || NONE,
          },
          {
            title: t('process.lastState'),
            render: (id) => {
              const step = last?.steps.find((it) => it.serviceId === id);
              if (!step) return NONE;
              const label = <CodeLabel kind="stepState" value={step.state} />;
              return step.runId ? <Link to={`/exchange/runs/${step.runId}`}>{label}</Link> : label;
            },
          },
          {
            title: t('run.reason'),
            render: (id) => {
              const reason = last?.steps.find((it) => it.serviceId === id)?.reason;
              return reason ? code('runReason', reason) : NONE;
            },
          },
        ]}
      />
      <Section title={t('process.runs')}>
        <PagedTable<ProcessRun>
          part
          path={`${EXCHANGE}/processes/${process.id}/runs`}
          list={`${process.id}.`}
          every={2_000}
          defaultSize={5}
          label={t('process.runsOf', { name: process.name })}
          rowKey={(run) => run.id}
          rowTestId="process-run"
          empty={t('process.noRuns')}
          columns={[
            { title: t('run.requestedAt'), render: (run) => time(run.requestedAt) },
            { title: t('run.requestedBy'), render: (run) => run.requestedBy },
            {
              title: t('run.state'),
              render: (run) => <CodeLabel kind="runState" value={run.state} />,
            },
            { title: t('run.endedAt'), render: (run) => time(run.endedAt) },
          ]}
        />
      </Section>
    </Panel>
  );
}
