/** One fault in one field of what was sent. */
export interface FieldError {
  field: string;
  row?: number | null;
  message: string;
}

/** A problem document (RFC 9457) as every service of the platform answers it. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  errors?: FieldError[];
  correlation?: string;
}

/** Thrown when a service refuses or fails; carries its problem document. */
export class ApiProblem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.title ?? `HTTP ${body.status}`);
    this.name = 'ApiProblem';
  }

  get status(): number {
    return this.body.status;
  }

  /** The problem's stable code. */
  get code(): string | undefined {
    return this.body.type?.replace('urn:govshare:problem:', '');
  }

  /** Messages for one field, and for one row of it where a row is given. */
  messages(field: string, row?: number): string[] {
    return (this.body.errors ?? []).filter((e) => matches(e, field, row)).map((e) => e.message);
  }
}

function matches(error: FieldError, field: string, row?: number): boolean {
  if (row === undefined) {
    // A field that names its place in a list says which row it is of.
    return error.field === field && (field.includes('[') || (error.row ?? null) === null);
  }
  const [list, inner] = splitRowField(field);
  // Rows are counted from 1 in a problem's `row`, from 0 in a field's index.
  return (
    (error.row === row + 1 &&
      (error.field === field || error.field === inner || error.field === list)) ||
    error.field === `${list}[${row}]${inner ? `.${inner}` : ''}`
  );
}

function splitRowField(field: string): [string, string] {
  const dot = field.indexOf('.');
  return dot < 0 ? [field, ''] : [field.slice(0, dot), field.slice(dot + 1)];
}

/** Data together with the version a later write must name. */
export interface Versioned<T> {
  data: T;
  version: string;
}

/** Announced on the window when a request found no session. */
export const SESSION_ENDED = 'govshare:session-ended';

let language = 'zh-CN';

/** The language that services are asked to answer in. */
export function setRequestLanguage(tag: string): void {
  language = tag;
}

interface Options {
  method?: string;
  body?: unknown;
  /** A file in place of a body. */
  file?: Blob;
  type?: string;
  /** What kind of answer is taken; JSON if absent. */
  accept?: string;
  version?: string;
  /** Do not announce a missing session: the caller handles it. */
  quiet?: boolean;
  signal?: AbortSignal;
}

async function call(path: string, options: Options = {}): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: options.accept ?? 'application/json, application/problem+json',
    'Accept-Language': language,
    'X-Requested-With': 'JavaScript',
  };
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (options.type !== undefined) {
    headers['Content-Type'] = options.type;
  }
  if (options.version !== undefined) {
    headers['If-Match'] = options.version;
  }
  let response: Response;
  try {
    response = await fetch(path, {
      method: options.method ?? 'GET',
      headers,
      body: options.file ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      credentials: 'same-origin',
      signal: options.signal,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new ApiProblem({ status: 0 });
  }
  if (response.ok) {
    return response;
  }
  const problem = await readProblem(response);
  if (problem.status === 401 && !options.quiet) {
    window.dispatchEvent(new Event(SESSION_ENDED));
  }
  throw new ApiProblem(problem);
}

async function readProblem(response: Response): Promise<ProblemBody> {
  // 499 is how the login extension tells a script that there is no session.
  const status = response.status === 499 ? 401 : response.status;
  const correlation = response.headers.get('X-Correlation-Id') ?? undefined;
  try {
    const body = (await response.json()) as ProblemBody;
    return { ...body, status, correlation: body.correlation ?? correlation };
  } catch {
    return { status, correlation };
  }
}

async function json<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Reads. */
export async function get<T>(path: string, options: Options = {}): Promise<T> {
  return json<T>(await call(path, options));
}

/** Reads something that can be written back. */
export async function getVersioned<T>(path: string): Promise<Versioned<T>> {
  const response = await call(path);
  return { data: await json<T>(response), version: response.headers.get('ETag') ?? '' };
}

/** Reads a file, and saves it where the browser keeps what it downloads. */
export async function download(path: string): Promise<void> {
  const response = await call(path, { accept: '*/*' });
  save(await response.blob(), fileName(response.headers.get('Content-Disposition')));
}

/** Saves what the page holds as a file. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** The name that a service gives a file, the one in UTF-8 if there is one. */
export function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) {
    return decodeURIComponent(encoded);
  }
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? 'download';
}

/** Writes; `version` becomes If-Match. */
export async function send<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  version?: string,
): Promise<{ data: T; location: string | null }> {
  const response = await call(path, { method, body, version });
  return { data: await json<T>(response), location: response.headers.get('Location') };
}

/** Sends a file as it is. */
export async function upload<T>(
  path: string,
  file: Blob,
  type: string,
  options: { method?: 'POST' | 'PUT'; version?: string } = {},
): Promise<T> {
  return json<T>(await call(path, { method: 'POST', ...options, file, type }));
}

/** A query string of the values that are set; a list is repeated. */
export function query(
  values: Record<string, string | number | readonly string[] | null | undefined>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) {
      value.forEach((each: string) => search.append(name, each));
    } else if (value !== undefined && value !== null && value !== '') {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
