import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Run, RunProgress } from '../../api/exchange';
import { showPage } from '../testing';
import { ProgressPanel } from './ProgressPanel';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function show(progress: RunProgress | undefined) {
  const run = { target: { rows: 4_000 }, progress } as unknown as Run;
  showPage(<ProgressPanel run={run} />, '/r', '/r', 'exchange-operator');
}

const text = (id: string) => screen.getByTestId(id).textContent;

it('shows rate, what is to come and for how long', () => {
  show({
    expectedRows: 10_000,
    percent: 40,
    remainingRows: 6_000,
    remainingSeconds: 3_661,
    rowsPerSecond: 1_638.4,
    bytesPerSecond: 2_097_152,
  });

  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40');
  expect(text('progress-rows')).toBe('1,638 行/秒');
  expect(text('progress-bytes')).toBe('2 MiB/秒');
  expect(text('progress-remaining-rows')).toBe('6,000');
  expect(text('progress-remaining')).toBe('1 小时 1 分');
});

it('says that nobody knows, in place of a guess', () => {
  show({ rowsPerSecond: 2.25 });
  expect(text('progress-unknown')).toContain('预计行数未知');
  expect(text('progress-rows')).toBe('2.3 行/秒');
  expect(text('progress-remaining')).toBe('未知');
  cleanup();
  show({ expectedRows: 3_000 });
  expect(text('progress-unknown')).toContain('超过来源库估计的 3,000 行');
  expect(screen.queryByRole('progressbar')).toBeNull();
});

it('shows nothing of a run that has ended', () => {
  show(undefined);
  expect(screen.queryByTestId('run-progress')).toBeNull();
});
