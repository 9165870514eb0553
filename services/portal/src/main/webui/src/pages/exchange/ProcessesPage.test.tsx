import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { services, showPage } from '../testing';
import { ProcessesPage } from './ProcessesPage';

const API = '/api/exchange/v1';
const PROCESS = {
  id: 'p1',
  name: '登记',
  services: ['a', 'b', 'c'],
  edges: [{ before: 'a', after: 'c' }],
  version: 3,
};

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(role: 'exchange-designer' | 'monitor') {
  const asked = services({
    [`GET ${API}/processes?`]: { body: { items: [PROCESS], total: 1, page: 0, size: 10 } },
    [`GET ${API}/processes/p1`]: { body: PROCESS, etag: '"3"' },
    [`GET ${API}/processes/p1/runs`]: { body: { items: [], total: 0, page: 0, size: 5 } },
    [`GET ${API}/services/a`]: { body: { id: 'a', name: '甲', code: 'svc-a' } },
    [`GET ${API}/services/b`]: { body: { id: 'b', name: '乙', code: 'svc-b' } },
    [`GET ${API}/services/c`]: { body: { id: 'c', name: '丙', code: 'svc-c' } },
    [`PUT ${API}/processes/p1`]: { body: PROCESS },
  });
  showPage(<ProcessesPage />, '/p', '/p', role);
  return asked;
}

it('changes a process with the version that was read', async () => {
  const asked = show('exchange-designer');
  fireEvent.click(await screen.findByTestId('edit-process'));
  await waitFor(() => expect(screen.getAllByTestId('process-line')).toHaveLength(3));
  await screen.findByDisplayValue('丙（svc-c）');

  fireEvent.change(screen.getByLabelText(/流程名称/), { target: { value: '登记推送' } });
  fireEvent.click(screen.getByLabelText('上移第 2 步'));
  // The third now waits for what stands first as well.
  fireEvent.click(screen.getAllByLabelText('乙').at(-1)!);
  fireEvent.click(screen.getByTestId('edit-process-confirm'));

  await waitFor(() =>
    expect(asked.find((it) => it.method === 'PUT')).toEqual({
      method: 'PUT',
      path: `${API}/processes/p1`,
      version: '"3"',
      body: {
        name: '登记推送',
        services: ['b', 'a', 'c'],
        edges: [
          { before: 'a', after: 'c' },
          { before: 'b', after: 'c' },
        ],
      },
    }),
  );
});

it('shows a process with the names of its services to those who only watch', async () => {
  show('monitor');
  expect(await screen.findAllByText('丙')).toBeTruthy();
  expect(screen.queryByTestId('edit-process')).toBeNull();
  expect(screen.getByText('还没有运行。')).toBeTruthy();
});
