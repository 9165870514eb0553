import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { vi } from 'vitest';
import type { Me, Role } from '../app/access';
import { UserProvider } from '../app/user';
import { LanguageProvider } from '../i18n';

/** What a service was asked. */
export interface Asked {
  method: string;
  path: string;
  body: unknown;
  version: string | null;
}

type Answer = { status?: number; body: unknown; etag?: string };

/** Stands in for the services: answers by method and the beginning of a path; keeps what was asked. */
export function services(answers: Record<string, Answer>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const method = init.method ?? 'GET';
    asked.push({
      method,
      path,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      version: new Headers(init.headers).get('If-Match'),
    });
    const known = Object.keys(answers)
      .filter((key) => `${method} ${path}`.startsWith(key))
      .sort((a, b) => b.length - a.length)[0];
    const answer: Answer = known
      ? answers[known]!
      : { body: { items: [], total: 0, page: 0, size: 10 } };
    return Promise.resolve(
      new Response(JSON.stringify(answer.body), {
        status: answer.status ?? 200,
        headers: answer.etag ? { ETag: answer.etag } : {},
      }),
    );
  });
  return asked;
}

/** Shows a page at an address to a user with these roles. */
export function showPage(page: ReactNode, route: string, address: string, ...roles: Role[]) {
  const me: Me = {
    name: 'somebody',
    displayName: 'somebody',
    department: { code: 'gs', name: '省工商局' },
    roles,
  };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <UserProvider value={me}>
          <MemoryRouter initialEntries={[address]}>
            <Routes>
              <Route path={route} element={page} />
              <Route path="*" element={<p>elsewhere</p>} />
            </Routes>
          </MemoryRouter>
        </UserProvider>
      </QueryClientProvider>
    </LanguageProvider>,
  );
}
