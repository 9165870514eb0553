import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../api/client';
import { services, showPage } from '../testing';
import { type ItemDraft, newItem } from './itemDraft';
import { ItemRows } from './ItemRows';

beforeEach(() => {
  localStorage.clear();
  services({});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(items: ItemDraft[], problem: ApiProblem | null = null) {
  const last: { items: ItemDraft[] } = { items };
  function Form() {
    const [shown, setShown] = useState(items);
    last.items = shown;
    return <ItemRows items={shown} onChange={setShown} problem={problem} />;
  }
  showPage(<Form />, '/', '/', 'catalog-editor');
  return last;
}

const input = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`);

describe('the row of an item', () => {
  it('takes the condition or the basis, each of which outlives the other', () => {
    const last = show([{ ...newItem(), sharingType: 'NOT_SHARED', legalBasis: '某法' }]);

    fireEvent.change(screen.getByLabelText('第 1 项 共享类型'), {
      target: { value: 'CONDITIONAL' },
    });
    fireEvent.change(input('item-0-sharingCondition')!, { target: { value: '签订协议' } });

    expect(last.items[0]).toMatchObject({ legalBasis: '某法', sharingCondition: '签订协议' });
  });

  it('opens what stands below it', () => {
    const last = show([newItem()]);
    expect(input('item-0-openCondition')).toBeNull();

    fireEvent.click(screen.getByTestId('item-details'));
    fireEvent.change(input('item-0-openCondition')!, { target: { value: '署名' } });

    expect(last.items[0]!.openCondition).toBe('署名');
    expect(screen.getByTestId('item-details').getAttribute('aria-expanded')).toBe('true');
  });

  it('stands open where something below it is wrong', () => {
    const errors = [{ field: 'items[1].codeTableId', message: '没有这个代码表' }];
    show([newItem(), newItem()], new ApiProblem({ status: 400, errors }));

    expect(input('item-0-codeTableId')).toBeNull();
    expect(input('item-1-codeTableId')).toBeTruthy();
    expect(screen.getByText('没有这个代码表')).toBeTruthy();
  });
});
