import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Run } from '../../api/exchange';
import { services, showPage } from '../testing';
import { ProofPanel } from './ProofPanel';

const API = '/api/exchange/v1';
const ID = '11111111-2222-3333-4444-555555555555';
const channel = (id: string, lane: number, lanes: number) => ({ id, node: 'sw', lane, lanes });

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(...channels: unknown[]) {
  const run = {
    id: ID,
    service: {
      sourceNode: 'gs',
      targetNode: 'sw',
      sourceDepartment: 'gs',
      targetDepartment: 'sw',
    },
    channels,
  } as unknown as Run;
  showPage(<ProofPanel run={run} every={undefined} />, '/r', '/r', 'requester');
}

const links = () => screen.getAllByTestId('download-chain').map((it) => it.getAttribute('href'));

it('offers the chain, the heads and the keys, and the command that checks them', async () => {
  services({
    [`GET ${API}/signing-keys`]: { body: { keyId: 'ab', publicKeys: ['MCow'] } },
    [`GET ${API}/runs/${ID}/heads`]: {
      body: {
        items: [
          {
            channelId: 'c1',
            sequence: 10,
            digest: '55c6',
            signedAt: '2026-11-23T02:00:00Z',
            keyId: 'ab',
          },
        ],
        total: 1,
        page: 0,
        size: 5,
      },
    },
  });
  show(channel('c1', 1, 1));

  await waitFor(() => expect(screen.getByTestId('head-row').textContent).toContain('55c6'));
  expect(screen.getByTestId('head-row').textContent).toContain('gs（gs） → sw（sw）');
  expect(links()).toEqual([`${API}/runs/${ID}/chain`]);
  expect(screen.getByTestId('download-heads').getAttribute('href')).toBe(
    `${API}/runs/${ID}/heads/file`,
  );
  expect(await screen.findByTestId('download-centre-keys')).toBeTruthy();
  expect(
    screen.getByDisplayValue(
      'java -jar verify-*.jar receipts-11111111.txt --heads heads-11111111.txt --centre centre.pub --keys keys.txt',
    ),
  ).toBeTruthy();
});

it('has a chain for each channel, and says why there are no heads', async () => {
  services({ [`GET ${API}/signing-keys`]: { body: { publicKeys: [] } } });
  show(channel('c1', 1, 2), channel('c2', 2, 2));

  expect(await screen.findByText('中心没有配置签名密钥，因此没有链头。')).toBeTruthy();
  expect(links()).toEqual([
    `${API}/runs/${ID}/chain?channel=c1`,
    `${API}/runs/${ID}/chain?channel=c2`,
  ]);
  expect(screen.getByText('下载回执链：sw，第 2 条通道')).toBeTruthy();
  expect(screen.queryByTestId('download-centre-keys')).toBeNull();
});
