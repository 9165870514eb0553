import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ServiceDetail } from '../../api/exchange';
import type { Role } from '../../app/access';
import { seal } from '../../components/sealing';
import { showPage } from '../testing';
import { ParkedReader } from './ParkedReader';

const API = '/api/exchange/v1/services/s1/parked-rows';
const ROWS = [
  {
    number: 17,
    runId: '11111111-0000-4000-8000-000000000000',
    reason: 'constraint-violated',
    constraint: 'no_debt',
    column: null,
    values: { uscc: '91130000MA07ABCD1X', amount: '-1.00' },
  },
  {
    number: 21,
    runId: '11111111-0000-4000-8000-000000000000',
    reason: 'constraint-violated',
    constraint: null,
    column: 'name',
    values: { uscc: '91130000MA07ABCD2X', amount: null },
  },
];

interface Sent {
  method: string;
  path: string;
  body: Record<string, unknown> | undefined;
}

const base = {
  node: 'sw',
  dataSource: 'sw',
  schema: 'public',
  table: 'taxpayer',
  keyColumns: ['uscc'],
};
const service = {
  id: 's1',
  mode: 'FULL',
  sourceDepartment: 'gs',
  targetDepartment: 'sw',
  target: base,
} as unknown as ServiceDetail;

/** The exchange, whose target's node seals for whatever key it is told. */
function exchange(answer: { reason?: string }) {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const method = init.method ?? 'GET';
    const body =
      typeof init.body === 'string'
        ? (JSON.parse(init.body) as Record<string, unknown>)
        : undefined;
    sent.push({ method, path, body });
    if (path === `${API}/replay`) {
      return new Response(JSON.stringify({ id: 'r9' }), { status: 202 });
    }
    if (method === 'POST') {
      return new Response(JSON.stringify({ id: 'w1', requestedBy: 'somebody' }), { status: 202 });
    }
    const key = String(sent.find((each) => each.path === `${API}/showings`)?.body?.readerKey);
    return new Response(
      JSON.stringify({
        id: 'w1',
        endedAt: '2026-11-01T00:00:00Z',
        reason: answer.reason,
        rows: answer.reason ? undefined : await seal(key, 'w1', JSON.stringify(ROWS)),
      }),
    );
  });
  return sent;
}

function show(of: ServiceDetail, role: Role) {
  showPage(<ParkedReader service={of} />, '/s', '/s', role);
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('opens the rows in the page and has those tried again that were chosen', async () => {
  const sent = exchange({});
  show(service, 'catalog-editor');

  fireEvent.click(screen.getByTestId('open-parked'));

  const rows = await screen.findAllByTestId('opened-row');
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining('no_debt'),
    expect.stringContaining('name'),
  ]);
  expect(rows[0]!.textContent).toContain('91130000MA07ABCD1X');
  expect(rows[1]!.textContent).toContain('NULL');
  const replay = screen.getByTestId<HTMLButtonElement>('replay-rows');
  expect(replay.disabled).toBe(true);
  fireEvent.click(screen.getByLabelText('选择第 21 号行'));
  fireEvent.click(replay);

  await waitFor(() => expect(screen.getByText('elsewhere')).toBeTruthy());
  expect(sent.at(-1)).toEqual({
    method: 'POST',
    path: `${API}/replay`,
    body: { showingId: 'w1', rows: [21] },
  });
  // What was opened never left the page.
  expect(JSON.stringify(sent)).not.toContain('91130000MA07ABCD1X');
}, 20_000);

it('asks the target that was chosen of several, and says why it does not show them', async () => {
  const sent = exchange({ reason: 'sample-not-allowed' });
  show({ ...service, targets: [base, { ...base, node: 'yb' }] }, 'requester');

  fireEvent.change(screen.getByLabelText('目标节点'), { target: { value: '2' } });
  fireEvent.click(screen.getByTestId('open-parked'));

  const refusal = await screen.findByTestId('parked-refusal');
  expect(refusal.textContent).toContain('节点没有开放这张表');
  expect(sent[0]!.body?.target).toBe(2);
}, 20_000);

it('is for people of the two departments only', () => {
  exchange({});
  show({ ...service, sourceDepartment: 'x', targetDepartment: 'y' }, 'catalog-editor');
  expect(screen.queryByTestId('parked-reader')).toBeNull();
  cleanup();
  show(service, 'exchange-operator');
  expect(screen.queryByTestId('parked-reader')).toBeNull();
});
