import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { services, showPage } from '../testing';
import { runQuestion } from './runHistory';
import { RunsPage } from './RunsPage';

const RUNS = '/api/exchange/v1/runs';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('asks for days as the times at which they begin and end in Shanghai', () => {
  expect(
    runQuestion(new URLSearchParams('from=2026-02-28&to=2026-02-28&state=FAILED&x=1')),
  ).toEqual({
    from: '2026-02-28T00:00:00+08:00',
    to: '2026-03-01T00:00:00+08:00',
    state: 'FAILED',
  });
  expect(runQuestion(new URLSearchParams('from=then'))).toEqual({ from: 'then' });
});

it('keeps what the list is narrowed by in the address, and says when nothing is left', async () => {
  const asked = services({});
  showPage(
    <RunsPage />,
    '/exchange/runs',
    '/exchange/runs?reason=table-missing&from=2026-11-01&page=3',
    'exchange-operator',
  );

  expect(await screen.findByText('没有符合条件的运行。')).toBeTruthy();
  expect(asked.find((request) => request.path.startsWith(RUNS))?.path).toBe(
    `${RUNS}?reason=table-missing&from=2026-11-01T00%3A00%3A00%2B08%3A00&page=3&size=10`,
  );
  fireEvent.change(screen.getByLabelText('启动方式'), { target: { value: 'REPLAY' } });
  // The first page of what is narrowed anew.
  await waitFor(() =>
    expect(asked.at(-1)?.path).toBe(
      `${RUNS}?cause=REPLAY&reason=table-missing&from=2026-11-01T00%3A00%3A00%2B08%3A00&page=0&size=10`,
    ),
  );

  fireEvent.click(screen.getByTestId('show-all-runs'));
  await waitFor(() => expect(asked.at(-1)?.path).toBe(`${RUNS}?page=0&size=10`));
});

it('takes away what the list is narrowed to', async () => {
  const asked = services({});
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => '', revokeObjectURL: () => {} }),
  );
  showPage(<RunsPage />, '/r', '/r?state=FAILED&to=2026-11-01&page=3&size=50', 'monitor');

  fireEvent.click(await screen.findByText('导出 CSV'));
  await waitFor(() =>
    expect(asked.map((it) => it.path)).toContain(
      `${RUNS}/export?state=FAILED&to=2026-11-02T00%3A00%3A00%2B08%3A00`,
    ),
  );
});
