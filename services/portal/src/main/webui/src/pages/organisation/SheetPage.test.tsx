import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { services, showPage } from '../testing';
import { SheetPage } from './SheetPage';

const SHEETS = '/api/catalog/v1/organisation-sheets/functions';

const report = (part: object) => ({
  rows: 3,
  faulty: 0,
  added: 2,
  changed: 1,
  unchanged: 0,
  written: false,
  faults: [],
  moreFaults: 0,
  ...part,
});
const FAULTY = report({
  faulty: 1,
  added: 1,
  faults: [{ row: 3, column: '依据', code: 'required', message: '不能为空' }],
});

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function check(answers: Parameters<typeof services>[0]) {
  const asked = services(answers);
  showPage(
    <SheetPage />,
    '/organisation/:kind/import',
    '/organisation/functions/import',
    'catalog-editor',
  );
  fireEvent.change(document.querySelector('input[type=file]')!, {
    target: { files: [new File(['x'], '职责.xlsx')] },
  });
  await waitFor(() => expect(button('check-sheet').disabled).toBe(false));
  fireEvent.click(button('check-sheet'));
  await screen.findByTestId('sheet-result');
  return asked;
}

const button = (id: string) => screen.getByTestId<HTMLButtonElement>(id);

describe('a sheet of an organisation', () => {
  it('is checked for the own department before anything is written', async () => {
    const asked = await check({ [`POST ${SHEETS}`]: { body: FAULTY } });

    expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      `${SHEETS}?department=gs&mode=CHECK`,
    ]);
    expect(screen.getByTestId('sheet-fault').textContent).toContain('不能为空');
    expect(screen.queryByTestId('take-all')).toBeNull();
  });

  it('gives its good rows although others have faults', async () => {
    const asked = await check({
      [`POST ${SHEETS}`]: { body: FAULTY },
      [`POST ${SHEETS}?department=gs&mode=GOOD`]: { body: { ...FAULTY, written: true } },
    });

    fireEvent.click(button('take-good'));

    await waitFor(() => expect(screen.queryByTestId('take-good')).toBeNull());
    expect(asked.some(({ path }) => path.endsWith('mode=GOOD'))).toBe(true);
    expect(screen.getByTestId('sheet-result').textContent).toContain('新增 1 条');
  });

  it('is taken whole where nothing is wrong', async () => {
    await check({ [`POST ${SHEETS}`]: { body: report({}) } });

    expect(screen.queryByTestId('take-good')).toBeNull();
    expect(button('take-all')).toBeTruthy();
  });
});
