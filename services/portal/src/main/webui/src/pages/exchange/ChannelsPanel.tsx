import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../api/client';
import { EXCHANGE, type Run } from '../../api/exchange';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { DataTable } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { NONE, useTexts } from '../../i18n';
import { remaining, rowRate } from './ProgressPanel';

/** Each channel of a run that has several: one per target and lane. */
export function ChannelsPanel({ run }: { run: Run }) {
  const texts = useTexts();
  const { t, code, number, time } = texts;
  const me = useUser();
  const queries = useQueryClient();
  const channels = run.channels ?? [];
  if (channels.length < 2) return null;
  const underWay = run.state === 'REQUESTED' || run.state === 'RUNNING';
  return (
    <Panel title={t('channel.title')} testId="channels">
      <DataTable
        label={t('channel.title')}
        rows={channels}
        rowKey={(c) => c.id}
        rowTestId="channel-row"
        empty={NONE}
        columns={[
          {
            title: t('channel.target'),
            render: (c) => `${c.node} · ${c.dataSource} · ${c.schema}.${c.table}`,
          },
          {
            title: t('channel.lane'),
            narrow: true,
            render: (c) =>
              c.lanes > 1 ? t('channel.laneOf', { lane: c.lane, lanes: c.lanes }) : NONE,
          },
          {
            title: t('channel.state'),
            render: (c) => <CodeLabel kind="runState" value={c.state} />,
          },
          { title: t('run.sourceRows'), numeric: true, render: (c) => number(c.source?.rows) },
          { title: t('run.targetRows'), numeric: true, render: (c) => number(c.target?.rows) },
          {
            title: t('progress.rowRate'),
            numeric: true,
            render: (c) => rowRate(c.progress, texts),
          },
          {
            title: t('progress.remaining'),
            numeric: true,
            render: (c) => (c.progress ? remaining(c.progress, texts) : NONE),
          },
          { title: t('channel.movedAt'), narrow: true, render: (c) => time(c.movedAt) },
          {
            title: t('run.reason'),
            render: (c) =>
              c.reason ? <span title={c.detail}>{code('runReason', c.reason)}</span> : NONE,
          },
          ...(may(me, 'operate')
            ? [
                {
                  title: t('channel.restart'),
                  render: (c: (typeof channels)[number]) => (
                    <ConfirmButton
                      text={t('channel.restart')}
                      title={t('channel.restart')}
                      question={t('channel.restartQuestion')}
                      variant="link"
                      reason={
                        underWay && (c.state === 'FAILED' || c.state === 'STOPPED')
                          ? null
                          : t('channel.notEnded')
                      }
                      testId="restart-channel"
                      action={async () => {
                        await send('POST', `${EXCHANGE}/runs/${run.id}/channels/${c.id}/restart`);
                        await queries.invalidateQueries();
                      }}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
