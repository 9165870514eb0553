import { Alert, Label } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Page } from '../../api/catalog';
import { query } from '../../api/client';
import { EXCHANGE, type Run, type RunEvent } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import type { Column } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { PagedTable } from '../../components/PagedTable';
import { fill, NONE, useTexts } from '../../i18n';

/** What befell the channels of a run, the earliest first. */
export function RunEventsPanel({ run, every }: { run: Run; every: number | undefined }) {
  const { t } = useTexts();
  const target = (id: string) => {
    const channel = run.channels?.find((it) => it.id === id);
    if (!channel) return NONE;
    const table = `${channel.node} · ${channel.schema}.${channel.table}`;
    return channel.lanes > 1
      ? t('runEvent.channelOf', { target: table, lane: channel.lane })
      : table;
  };
  // What the source's node holds back it holds back itself, and its events name nobody.
  const who = (event: RunEvent) =>
    ['WITHHELD', 'RELEASED'].includes(event.kind) ? run.service.sourceNode : event.actor;
  return (
    <Panel title={t('runEvent.title')} testId="run-events">
      <Events
        path={`${EXCHANGE}/runs/${run.id}/events`}
        every={every}
        label={t('runEvent.title')}
        columns={[
          {
            title: t('runEvent.channel'),
            className: 'gs-mono',
            render: (e) => target(e.channelId),
          },
          { title: t('runEvent.who'), render: (e) => who(e) ?? NONE },
        ]}
      />
    </Panel>
  );
}

/** What befell the runs of a service, the latest first. */
export function ServiceEventsPanel({ service }: { service: string }) {
  const { t } = useTexts();
  return (
    <Panel title={t('runEvent.ofService')} testId="service-events">
      <Events
        path={`${EXCHANGE}/services/${service}/events`}
        every={10_000}
        label={t('runEvent.ofService')}
        columns={[
          {
            title: t('run.one'),
            narrow: true,
            className: 'gs-mono',
            render: (e) => <Link to={`/exchange/runs/${e.runId}`}>{e.runId.slice(0, 8)}</Link>,
          },
          { title: t('runEvent.who'), render: (e) => e.actor ?? NONE },
        ]}
      />
    </Panel>
  );
}

function Events({
  path,
  every,
  label,
  columns,
}: {
  path: string;
  every: number | undefined;
  label: string;
  columns: Column<RunEvent>[];
}) {
  const { t, time } = useTexts();
  return (
    <PagedTable<RunEvent>
      part
      path={path}
      list="events."
      every={every}
      defaultSize={5}
      label={label}
      rowKey={(e) => `${e.runId}/${e.channelId}/${e.at}/${e.kind}`}
      rowTestId="event-row"
      empty={t('runEvent.none')}
      columns={[
        { title: t('runEvent.at'), narrow: true, render: (e) => time(e.at) },
        { title: t('runEvent.what'), render: (e) => <What event={e} /> },
        ...columns,
      ]}
    />
  );
}

/** Whether somebody has to look after what happened. */
function alarms(event: RunEvent): boolean {
  return event.kind === 'BACKLOG_DROPPED';
}

/** Whether a run brings each target all of it: one of some rows alone does not. */
function bringsAll(run: Run): boolean {
  return run.cause !== 'RESEND' && run.cause !== 'REPLAY';
}

/** An event in plain words, marked if it is an alarm. */
function What({ event }: { event: RunEvent }) {
  const { t, code } = useTexts();
  return (
    <>
      {alarms(event) && (
        <>
          <Label isCompact status="danger" data-testid="event-alarm">
            {t('runEvent.alarm')}
          </Label>{' '}
        </>
      )}
      {fill(code('runEvent', event.kind), { reason: code('runReason', event.reason) })}
    </>
  );
}

/** Says of a service that a backlog of it was dropped, until a run has completed since. */
export function BacklogAlarm({ service }: { service: string }) {
  const { t, time } = useTexts();
  const events = useGet<Page<RunEvent>>(
    `${EXCHANGE}/services/${service}/events${query({ kind: 'BACKLOG_DROPPED', size: 1 })}`,
    { every: 10_000 },
  );
  const dropped = events.data?.items[0];
  const completed = useGet<Page<Run>>(
    `${EXCHANGE}/runs${query({ service, state: 'COMPLETED', from: dropped?.at, size: 20 })}`,
    { every: 10_000, enabled: dropped !== undefined },
  );
  if (!dropped || !completed.data || completed.data.items.some(bringsAll)) return null;
  return (
    <Alert
      isInline
      variant="danger"
      variantLabel={t('alert.danger')}
      title={t('runEvent.dropped')}
      data-testid="backlog-alarm"
      actionLinks={<Link to={`/exchange/runs/${dropped.runId}`}>{t('runEvent.openRun')}</Link>}
    >
      {t('runEvent.droppedOf', { time: time(dropped.at) })}
    </Alert>
  );
}
