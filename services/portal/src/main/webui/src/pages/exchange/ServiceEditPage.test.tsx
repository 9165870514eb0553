import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { services, showPage } from '../testing';
import { ServiceEditPage } from './DesignerPage';

const API = '/api/exchange/v1';
const column = (name: string, position: number) => ({
  name,
  type: 'text',
  nullable: false,
  position,
});
const table = (dataSource: string, direction: string, name: string) => ({
  dataSource,
  kind: 'postgresql',
  direction,
  schema: 'public',
  name,
  approximateRows: 1,
  columns: [column('uscc', 1)],
  primaryKey: ['uscc'],
  uniqueKeys: [],
});
const one = (item: unknown) => ({ body: { items: [item], total: 1, page: 0, size: 100 } });

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('sends a changed service with the version that was read, and keeps steps and filter', async () => {
  const source = { node: 'gs', dataSource: 'gs', schema: 'public', table: 'enterprise' };
  const target = { node: 'sw', dataSource: 'sw', schema: 'public', table: 'taxpayer' };
  const grant = {
    id: 'g1',
    state: 'REVOKED',
    providerDepartment: 'gs',
    requesterDepartment: 'sw',
    resource: { name: '企业' },
    items: [{ itemId: 'i1', name: '代码', fieldName: 'uscc', dataType: 'C' }],
    expiresAt: '2027-01-01T00:00:00Z',
  };
  const mask = { function: 'MASK', arguments: ['3', '4'] };
  const mapping = [
    { itemId: 'i1', sourceColumn: 'uscc', targetColumn: 'uscc', steps: [] },
    { itemId: 'i1', sourceColumn: 'uscc', targetColumn: 'masked', steps: [mask] },
  ];
  const filter = [{ column: 'uscc', operator: 'STARTS_WITH', values: ['91'] }];
  const asked = services({
    [`GET ${API}/services/s1`]: {
      body: {
        id: 's1',
        code: 'push',
        name: '推送',
        domain: 'dzhy',
        process: '登记',
        grantId: 'g1',
        mode: 'FULL',
        source: { ...source, keyColumns: ['uscc'] },
        target: { ...target, keyColumns: ['uscc'] },
        mapping,
        filter,
      },
      etag: '"4"',
    },
    [`GET ${API}/grants/g1`]: { body: grant },
    [`GET ${API}/domains`]: one({ code: 'dzhy', name: '多证合一' }),
    [`GET ${API}/nodes?`]: {
      body: {
        items: [
          { code: 'gs', name: '工商', department: 'gs' },
          { code: 'sw', name: '税务', department: 'sw' },
        ],
        total: 2,
        page: 0,
        size: 100,
      },
    },
    [`GET ${API}/nodes/gs/tables`]: one(table('gs', 'SOURCE', 'enterprise')),
    [`GET ${API}/nodes/sw/tables`]: one(table('sw', 'TARGET', 'taxpayer')),
    [`PUT ${API}/services/s1`]: { body: {} },
  });
  showPage(
    <ServiceEditPage />,
    '/exchange/services/:id/edit',
    '/exchange/services/s1/edit',
    'exchange-designer',
  );
  const name = await screen.findByLabelText(/交换服务/);
  await waitFor(() => expect(screen.getByDisplayValue(/taxpayer/)).toBeTruthy());

  fireEvent.change(name, { target: { value: '登记推送' } });
  fireEvent.click(screen.getByTestId('save-service'));

  await waitFor(() => expect(screen.getByText('elsewhere')).toBeTruthy());
  expect(asked.find((request) => request.method === 'PUT')).toEqual({
    method: 'PUT',
    path: `${API}/services/s1`,
    version: '"4"',
    body: {
      code: 'push',
      name: '登记推送',
      domain: 'dzhy',
      process: '登记',
      grantId: 'g1',
      mode: 'FULL',
      source: { ...source, keyColumns: ['uscc'], watermarkColumn: null },
      target: { ...target, keyColumns: ['uscc'] },
      mapping,
      filter,
    },
  });
});
