import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { services, showPage } from '../testing';
import { CandidatePage } from './CandidatePage';

const PATH = '/api/catalog/v1/authority/candidates/c1';
const candidate = {
  id: 'c1',
  names: ['渔船登记编号'],
  score: 1,
  nameScore: 1,
  typeScore: 1,
  lengthScore: 1,
  departments: [
    { code: 'gs', name: '省工商局' },
    { code: 'mz', name: '省民政厅' },
  ],
  resourceCount: 2,
  itemCount: 2,
  baseLibrary: false,
  found: true,
  foundAt: '2026-11-22T08:00:00Z',
  revision: 3,
};
const item = {
  itemId: 'i1',
  itemName: '渔船登记编号',
  dataType: 'C',
  length: 20,
  resourceId: 'r1',
  resourceIdentifier: 'x',
  resourceName: '渔船',
  department: { code: 'gs', name: '省工商局' },
};

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function served() {
  return services({
    [`GET ${PATH}`]: { body: candidate, etag: '"3"' },
    [`GET ${PATH}/items`]: { body: { items: [item], total: 1, page: 0, size: 10 } },
    [`GET ${PATH}/decisions`]: { body: { items: [], total: 0, page: 0, size: 100 } },
    [`POST ${PATH}/decisions`]: { body: candidate },
  });
}

describe('a candidate', () => {
  it('is decided on by naming the source with a reason', async () => {
    const asked = served();
    showPage(<CandidatePage />, '/authority/:id', '/authority/c1', 'catalog-publisher');

    fireEvent.click(await screen.findByTestId('decide-same'));
    fireEvent.change(screen.getByTestId('remark'), { target: { value: '依法登记' } });
    fireEvent.click(screen.getByTestId('confirm'));

    await waitFor(() =>
      expect(asked.find((request) => request.method === 'POST')).toEqual({
        method: 'POST',
        path: `${PATH}/decisions`,
        body: { verdict: 'SAME', itemId: 'i1', reason: '依法登记' },
        version: '"3"',
      }),
    );
  });

  it('is only read by others', async () => {
    served();
    showPage(<CandidatePage />, '/authority/:id', '/authority/c1', 'requester');

    await screen.findByTestId('compared-row');
    expect(screen.queryByTestId('decide-same')).toBeNull();
    expect(screen.getByTestId('decide-different').getAttribute('aria-disabled')).toBe('true');
  });
});
