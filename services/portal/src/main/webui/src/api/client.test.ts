import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  ApiProblem,
  download,
  fileName,
  get,
  getVersioned,
  query,
  send,
  SESSION_ENDED,
  setRequestLanguage,
} from './client';

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const fetched = vi.fn((..._: Parameters<typeof fetch>) =>
    Promise.resolve(new Response(body === null ? null : JSON.stringify(body), { status, headers })),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  const failure = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ApiProblem);
  return failure as ApiProblem;
}

afterEach(() => {
  vi.unstubAllGlobals();
  setRequestLanguage('zh-CN');
});

describe('the client', () => {
  it('says that a script asks, and in which language', async () => {
    const fetched = answer(200, {});
    setRequestLanguage('en');

    await get('/api/x');

    expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({
      'X-Requested-With': 'JavaScript',
      'Accept-Language': 'en',
    });
  });

  it('takes a file of whatever kind it is', async () => {
    const fetched = answer(200, 'a,b');
    vi.stubGlobal('URL', { createObjectURL: () => '', revokeObjectURL: () => undefined });

    await download('/api/x.csv');

    expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({ Accept: '*/*' });
  });

  it('names the version it changes', async () => {
    const fetched = answer(200, { id: 1 }, { ETag: '"7"' });
    const { version } = await getVersioned('/api/x');

    await send('PUT', '/api/x', { a: 1 }, version);

    expect(fetched.mock.calls[1]?.[1]?.headers).toMatchObject({ 'If-Match': '"7"' });
  });

  it('announces that the session has ended', async () => {
    answer(499, null);
    const told = vi.fn();
    window.addEventListener(SESSION_ENDED, told);

    const problem = await problemOf(get('/api/x'));

    expect(problem.status).toBe(401);
    expect(told).toHaveBeenCalledOnce();
    window.removeEventListener(SESSION_ENDED, told);
  });

  it('keeps the correlation of an answer that is no problem document', async () => {
    answer(502, null, { 'X-Correlation-Id': 'abc' });

    const problem = await problemOf(get('/api/x'));

    expect(problem.body).toEqual({ status: 502, correlation: 'abc' });
  });

  it('takes a broken connection for a problem', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));

    expect((await problemOf(get('/api/x'))).status).toBe(0);
  });

  it('leaves out what is not set', () => {
    expect(query({ q: '企业', state: '', page: 0, size: null })).toBe(
      '?q=%E4%BC%81%E4%B8%9A&page=0',
    );
    expect(query({})).toBe('');
  });

  it('repeats the values of a list', () => {
    expect(query({ state: ['DRAFT', 'RETURNED'], kind: [] })).toBe('?state=DRAFT&state=RETURNED');
  });
});

describe('the messages of a problem', () => {
  const problem = new ApiProblem({
    status: 400,
    errors: [
      { field: 'name', message: 'a' },
      { field: 'items[2].length', message: 'b' },
      { field: 'mapping[0].targetColumn', row: 1, message: 'c' },
      { field: 'mapping', message: 'd' },
    ],
  });

  it('belong to one field', () => {
    expect(problem.messages('name')).toEqual(['a']);
    expect(problem.messages('mapping')).toEqual(['d']);
    expect(problem.messages('abstract')).toEqual([]);
  });

  it('belong to one row', () => {
    expect(problem.messages('items.length', 2)).toEqual(['b']);
    expect(problem.messages('items.length', 1)).toEqual([]);
    expect(problem.messages('mapping.targetColumn', 0)).toEqual(['c']);
    expect(problem.messages('mapping.sourceColumn', 0)).toEqual([]);
  });
});

describe('names of files', () => {
  it('are read from what a service says, the exact one first', () => {
    expect(
      fileName(`attachment; filename="catalog.csv"; filename*=UTF-8''%E7%9B%AE%E5%BD%95.csv`),
    ).toBe('目录.csv');
    expect(fileName('attachment; filename="catalog.csv"')).toBe('catalog.csv');
    expect(fileName(null)).toBe('download');
  });
});

describe('the code of a problem', () => {
  it('is the end of its type', () => {
    const problem = { status: 409, type: 'urn:govshare:problem:export-too-large' };
    expect(new ApiProblem(problem).code).toBe('export-too-large');
    expect(new ApiProblem({ status: 500 }).code).toBeUndefined();
  });
});
