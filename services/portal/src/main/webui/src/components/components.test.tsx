import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/client';
import { UserProvider } from '../app/user';
import { LanguageProvider } from '../i18n';
import { ConfirmButton, GuardedButton } from './Actions';
import { DataTable, Pager } from './DataTable';
import { Forbidden } from './Forbidden';
import { ProblemAlert } from './Remote';

function show(children: ReactNode, address = '/') {
  return render(
    <LanguageProvider>
      <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
    </LanguageProvider>,
  );
}

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('a refused action', () => {
  it('takes focus, does nothing and says why', async () => {
    const act = vi.fn();
    show(
      <GuardedButton onClick={act} reason="还没有发布">
        申请
      </GuardedButton>,
    );
    const button = screen.getByRole('button', { name: '申请' });

    fireEvent.click(button);
    fireEvent.focus(button);

    expect(act).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await waitFor(() => expect(screen.getByText('还没有发布')).toBeTruthy());
  });
});

describe('a confirmed action', () => {
  it('waits for the reason that is required, then acts with it', async () => {
    const act = vi.fn(() => Promise.resolve());
    show(<ConfirmButton text="退回" title="退回" question="？" remark="required" action={act} />);
    fireEvent.click(screen.getByRole('button', { name: '退回' }));
    const confirm = screen.getByTestId('confirm');
    expect(confirm.hasAttribute('disabled')).toBe(true);

    fireEvent.change(screen.getByTestId('remark'), { target: { value: ' 缺少依据 ' } });
    fireEvent.click(confirm);

    await waitFor(() => expect(act).toHaveBeenCalledWith('缺少依据'));
    await waitFor(() => expect(screen.queryByTestId('confirm')).toBeNull());
  });

  it('stays open with the problem when it is refused', async () => {
    const act = () => Promise.reject(new ApiProblem({ status: 412, title: '内容已被他人修改' }));
    show(<ConfirmButton text="发布" title="发布" question="？" action={act} />);
    fireEvent.click(screen.getByRole('button', { name: '发布' }));

    fireEvent.click(screen.getByTestId('confirm'));

    await waitFor(() => expect(screen.getByText(/内容已被他人修改/)).toBeTruthy());
    expect(screen.getByTestId('confirm')).toBeTruthy();
  });
});

describe('a problem', () => {
  it('shows title, detail, fields and its identifier', () => {
    show(
      <ProblemAlert
        error={
          new ApiProblem({
            status: 400,
            title: '提交的内容有误',
            detail: '请改正后再提交。',
            errors: [{ field: 'mapping[4].targetColumn', row: 5, message: '类型不相容' }],
            correlation: 'abc-1',
          })
        }
      />,
    );
    const text = screen.getByTestId('problem').textContent;
    for (const part of ['提交的内容有误', '请改正后再提交。', '第 5 行：类型不相容', 'abc-1']) {
      expect(text).toContain(part);
    }
  });

  it('is not silent about an answer without a document', () => {
    show(<ProblemAlert error={new ApiProblem({ status: 502 })} />);

    expect(screen.getByTestId('problem').textContent).toContain('502');
  });
});

describe('a page for other roles', () => {
  it('says which roles, and which the user has', () => {
    show(
      <UserProvider value={{ name: 'r', displayName: 'r', department: null, roles: ['requester'] }}>
        <Forbidden area="platform" />
      </UserProvider>,
    );
    const text = screen.getByTestId('forbidden').textContent;
    expect(text).toContain('监控员');
    expect(text).toContain('资源申请人');
  });
});

describe('a list', () => {
  it('says so when it is empty', () => {
    show(<DataTable label="目录" rows={[]} columns={[]} rowKey={String} empty="没有资源" />);

    expect(screen.getByText('没有资源')).toBeTruthy();
  });

  it('has no English left in its pager', () => {
    const { container } = show(<Pager total={42} />, '/catalog?page=1');

    expect(container.textContent).toContain('第 11–20 条，共 42 条');
    const spoken = [...container.querySelectorAll('[aria-label]')].map((e) =>
      e.getAttribute('aria-label'),
    );
    expect(spoken.join(' ') + container.textContent).not.toMatch(/[A-Za-z]{3,}/);
  });

  it('keeps its page apart from that of another list', () => {
    const { container } = show(<Pager total={42} list="codes." />, '/?page=3&codes.page=1');

    expect(container.textContent).toContain('第 11–20 条，共 42 条');
  });
});
