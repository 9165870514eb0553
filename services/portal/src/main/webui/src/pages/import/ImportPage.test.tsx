import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { services, showPage } from '../testing';
import { ImportPage } from './ImportPage';

const IMPORT = '/api/catalog/v1/imports/i1';

const found = (state: string, job: string, faults: number) => ({
  id: 'i1',
  fileName: '目录.xlsx',
  state,
  revision: 1,
  fileKept: true,
  job: { id: 'j1', state: job },
  counts: { faults, kept: 0 },
  faultCounts: faults > 0 ? [{ code: 'condition-missing', count: faults }] : [],
});

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('shows the faults of a check that has ended while the page was open', async () => {
  const answers: Record<string, { body: unknown }> = {
    [`GET ${IMPORT}/faults`]: { body: { items: [], total: 0, page: 0, size: 20 } },
    [`GET ${IMPORT}`]: { body: found('CHECKING', 'RUNNING', 0) },
  };
  services(answers);
  showPage(<ImportPage />, '/imports/:id', '/imports/i1', 'catalog-editor');
  await screen.findByTestId('import-state');
  await waitFor(() => expect(screen.getByTestId('faults').textContent).toContain('没有'));

  answers[`GET ${IMPORT}/faults`] = {
    body: {
      items: [{ row: 3, header: '共享条件', message: '缺少共享条件' }],
      total: 1,
      page: 0,
      size: 20,
    },
  };
  answers[`GET ${IMPORT}`] = { body: found('CHECKED', 'DONE', 1) };

  const row = await screen.findByTestId('fault-row', undefined, { timeout: 4_000 });
  expect(row.textContent).toContain('共享条件');
});
