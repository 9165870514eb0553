import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ServiceDetail } from '../../api/exchange';
import { services, showPage } from '../testing';
import { ServiceReconciliationsPanel } from './ReconciliationsPanel';

const API = '/api/exchange/v1';
const PATH = `${API}/services/s1/reconciliations`;
const found = { missing: 3, altered: 1, surplus: 0, moving: 0, partial: false, marked: true };

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(role: 'exchange-operator' | 'monitor', targets?: unknown[]) {
  const asked = services({
    [`GET ${PATH}`]: {
      body: {
        items: [
          {
            id: 'x2',
            runId: 'r2',
            targetNumber: 1,
            state: 'PENDING',
            requestedBy: 'op',
            course: { look: 2, round: 0, groups: 16, rows: 0 },
          },
          {
            id: 'x1',
            runId: 'r1',
            targetNumber: 1,
            state: 'DIFFERENT',
            requestedBy: 'op',
            found: { ...found, mendable: true },
          },
        ],
        total: 2,
        page: 0,
        size: 10,
      },
    },
    [`POST ${API}/runs/r1/reconciliations/x1/resends`]: { body: { runId: 'r9', rows: 4 } },
  });
  const service = { id: 's1', mode: 'FULL', targets } as unknown as ServiceDetail;
  showPage(<ServiceReconciliationsPanel service={service} />, '/s', '/s', role);
  return asked;
}

it('has the rows that differ sent again, and goes to the run that brings them', async () => {
  const asked = show('exchange-operator');
  const rows = await screen.findAllByTestId('reconciliation-row');
  expect(rows[0]!.textContent).toContain('正在按组比对（第 2 次，16 组；0 表示全表）');
  expect(rows[1]!.textContent).toContain('目标缺少 3 行目标有 1 行的值不同');

  fireEvent.click(within(rows[1]!).getByTestId('reconciliation-mend'));
  fireEvent.click(await screen.findByTestId('confirm'));
  await waitFor(() => expect(screen.getByText('elsewhere')).toBeTruthy());
  expect(asked.find((it) => it.method === 'POST')?.path).toBe(
    `${API}/runs/r1/reconciliations/x1/resends`,
  );
});

it('compares each of several targets by itself, none twice at a time', async () => {
  const asked = show('exchange-operator', [{}, {}]);
  await screen.findAllByTestId('reconciliation-row');
  expect(screen.getByTestId('reconcile').getAttribute('aria-disabled')).toBe('true');

  fireEvent.click(screen.getByTestId('reconcile-2'));
  fireEvent.click(await screen.findByTestId('confirm'));
  await waitFor(() =>
    expect(asked.find((it) => it.method === 'POST')?.path).toBe(`${PATH}?target=2`),
  );
});

it('leaves that to operators', async () => {
  show('monitor');
  const rows = await screen.findAllByTestId('reconciliation-row');
  for (const button of [
    screen.getByTestId('reconcile'),
    within(rows[0]!).getByTestId('reconciliation-cancel'),
    within(rows[1]!).getByTestId('reconciliation-mend'),
  ]) {
    expect(button.getAttribute('aria-disabled')).toBe('true');
  }
});
