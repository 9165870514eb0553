import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Run } from '../../api/exchange';
import { services, showPage } from '../testing';
import { BacklogAlarm, RunEventsPanel } from './EventsPanel';

const API = '/api/exchange/v1';
const list = (...items: unknown[]) => ({
  body: { items, total: items.length, page: 0, size: 5 },
});
const event = (kind: string, more: object = {}) => ({
  runId: 'r1-of-the-first',
  channelId: 'c2',
  kind,
  at: '2026-11-23T02:00:00Z',
  ...more,
});

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('says what befell a run in plain words, and marks the alarm', async () => {
  services({
    [`GET ${API}/runs/r1/events`]: list(
      event('WITHHELD', { reason: 'held-by-provider' }),
      event('STOOD_BY', { reason: 'lease-ended', actor: 'sw' }),
      event('BACKLOG_DROPPED', { reason: 'backlog-dropped' }),
    ),
  });
  const run = {
    id: 'r1',
    service: { sourceNode: 'gs' },
    channels: [{ id: 'c2', node: 'sw', schema: 'public', table: 'taxpayer', lane: 2, lanes: 3 }],
  } as unknown as Run;
  showPage(<RunEventsPanel run={run} every={undefined} />, '/r', '/r', 'exchange-operator');

  await waitFor(() => expect(screen.getAllByTestId('event-row')).toHaveLength(3));
  const rows = screen.getAllByTestId('event-row').map((row) => row.textContent);
  expect(rows[0]).toContain('2026-11-23 10:00:00来源前置机不放行：提供方已在前置机停止发送。');
  expect(rows[0]).toContain('sw · public.taxpayer，第 2 条通道gs');
  expect(rows[1]).toContain('前置机暂停收发：中心签发的指令或租约已到期。');
  expect(rows[2]).toContain('告警 在规定时间内没有任何进展');
  expect(screen.getAllByTestId('event-alarm')).toHaveLength(1);
});

function showAlarm(...completed: unknown[]) {
  const asked = services({
    [`GET ${API}/services/s1/events`]: list(event('BACKLOG_DROPPED')),
    [`GET ${API}/runs?`]: list(...completed),
  });
  showPage(<BacklogAlarm service="s1" />, '/s', '/s', 'exchange-operator');
  return asked;
}

it('tells of a dropped backlog on the page of its service, until all was brought again', async () => {
  const asked = showAlarm({ cause: 'RESEND' });
  const alarm = await screen.findByTestId('backlog-alarm');
  expect(alarm.textContent).toContain('2026-11-23 10:00:00 有目标在规定时间内没有任何进展');
  expect(screen.getByText('查看该次运行').getAttribute('href')).toBe(
    '/exchange/runs/r1-of-the-first',
  );
  expect(asked.map((it) => it.path)).toEqual([
    `${API}/services/s1/events?kind=BACKLOG_DROPPED&size=1`,
    `${API}/runs?service=s1&state=COMPLETED&from=2026-11-23T02%3A00%3A00Z&size=20`,
  ]);

  cleanup();
  const again = showAlarm({ cause: 'RESEND' }, { cause: 'CRON' });
  await waitFor(() => expect(again).toHaveLength(2));
  expect(screen.queryByTestId('backlog-alarm')).toBeNull();
});
