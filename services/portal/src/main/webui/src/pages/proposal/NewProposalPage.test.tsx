import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { services, showPage } from '../testing';
import { NewProposalPage } from './NewProposalPage';

const DDL = '/api/catalog/v1/proposals/ddl';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function read(script: string) {
  fireEvent.change(screen.getByLabelText(/建表语句（DDL）/), { target: { value: script } });
  fireEvent.click(screen.getByTestId('read-ddl'));
}

describe('reading a script', () => {
  it('shows the line that cannot be read', async () => {
    services({
      [`POST ${DDL}`]: {
        status: 400,
        body: {
          status: 400,
          title: '输入有误',
          errors: [{ field: 'ddl', row: 2, message: '缺少类型' }],
        },
      },
    });
    showPage(<NewProposalPage />, '/proposals/new', '/proposals/new', 'catalog-editor');

    read('create table a (\n  b ,\n);');

    const fault = await screen.findByTestId('ddl-fault');
    expect(fault.textContent).toContain('2b ,缺少类型');
  });

  it('goes to what was read, for the campaign that was chosen', async () => {
    const asked = services({
      [`POST ${DDL}`]: { status: 201, body: { proposals: [], ignored: 0, skipped: 0 } },
    });
    showPage(<NewProposalPage />, '/proposals/new', '/proposals/new?campaign=k1', 'catalog-editor');

    read('create table a (b int);');

    await waitFor(() => expect(screen.getByText('elsewhere')).toBeTruthy());
    expect(asked.find((request) => request.method === 'POST')?.body).toEqual({
      ddl: 'create table a (b int);',
      schema: null,
      skipFaulty: false,
      campaignId: 'k1',
    });
  });
});
