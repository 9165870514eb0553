// Fills what the demo leaves empty, so that every page has something to show: a service with steps, a
// row filter, a schedule and two versions, a process, and a campaign. All of it is synthetic and made
// once; a second call changes nothing. Usage: node scripts/fill.mjs
import { launch, open } from './browser.mjs';

const SERVICE = 'synthetic-masked';
const PROCESS = '登记信息交换流程（合成）';
const CAMPAIGN = '法人库目录编制（合成）';

const browser = await launch();
const sessions = new Map();

/** Calls a service as one of the demo's people, through their session. */
async function call(user, method, path, body, version) {
  if (!sessions.has(user)) {
    sessions.set(user, await open(browser, user));
  }
  const answer = await sessions.get(user).evaluate(
    async (request) => {
      const response = await fetch(request.path, {
        method: request.method,
        headers: {
          'X-Requested-With': 'JavaScript',
          ...(request.body ? { 'Content-Type': 'application/json' } : {}),
          ...(request.version ? { 'If-Match': request.version } : {}),
        },
        body: request.body && JSON.stringify(request.body),
      });
      const text = await response.text();
      return { status: response.status, etag: response.headers.get('ETag'), text };
    },
    { method, path, body, version },
  );
  if (answer.status >= 300) {
    throw new Error(`${user} ${method} ${path}: ${answer.status} ${answer.text}`);
  }
  return { data: answer.text ? JSON.parse(answer.text) : undefined, version: answer.etag };
}

const exchange = '/api/exchange/v1';
const catalog = '/api/catalog/v1';

/** A service like the demo's own, with steps and a filter in its second version; it never runs. */
async function secondService(services) {
  const found = services.find(({ code }) => code === SERVICE);
  if (found) {
    return found.id;
  }
  const { data: like } = await call('designer', 'GET', `${exchange}/services/${services[0].id}`);
  const { keyColumns } = like.source;
  const plain = like.mapping.find(
    (line) => !keyColumns.includes(line.sourceColumn) && /text|char/.test(line.targetType),
  );
  const { domain, process, grantId, mode, source, target } = like;
  const lines = like.mapping.map(({ itemId, sourceColumn, targetColumn }) => ({
    itemId,
    sourceColumn,
    targetColumn,
  }));
  const draft = {
    code: SERVICE,
    name: '企业登记信息推送税务（合成）',
    ...{ domain, process, grantId, mode, source, target },
    mapping: lines,
  };
  const created = await call('designer', 'POST', `${exchange}/services`, draft);
  const path = `${exchange}/services/${created.data.id}`;
  const { version } = await call('designer', 'GET', path);
  const steps = [
    { function: 'TRIM', arguments: [] },
    { function: 'MASK', arguments: ['1', '1'] },
    { function: 'CAST', arguments: [] },
  ];
  await call(
    'designer',
    'PUT',
    path,
    {
      ...draft,
      mapping: lines.map((line) => (line.itemId === plain.itemId ? { ...line, steps } : line)),
      filter: [{ column: plain.sourceColumn, operator: 'IS_NOT_NULL', values: [] }],
    },
    version,
  );
  return created.data.id;
}

/** Once a year at night: far enough off that no test meets a run of it. */
async function schedule(id) {
  const path = `${exchange}/services/${id}/schedule`;
  const { data, version } = await call('designer', 'GET', path);
  if (data.settings.kind !== 'HAND') {
    return;
  }
  await call(
    'designer',
    'PUT',
    path,
    {
      kind: 'CRON',
      cron: '0 30 2 1 1 ?',
      windows: [{ days: 'EVERY_DAY', from: '20:00', to: '06:00' }],
      priority: 5,
      badRowPercent: 1,
      bytesPerSecond: 10_485_760,
      retry: {
        attempts: 3,
        firstDelaySeconds: 60,
        factor: 2,
        longestDelaySeconds: 3_600,
        kinds: ['DATA', 'OTHER'],
      },
    },
    version,
  );
}

async function process(services) {
  const { data } = await call('designer', 'GET', `${exchange}/processes?size=100`);
  if (data.items.some(({ name }) => name === PROCESS)) {
    return;
  }
  const [first, ...others] = services;
  await call('designer', 'POST', `${exchange}/processes`, {
    name: PROCESS,
    services,
    edges: others.map((after) => ({ before: first, after })),
  });
}

async function campaign() {
  const { data } = await call('publisher', 'GET', `${catalog}/campaigns?size=100`);
  if (data.items.some(({ name }) => name === CAMPAIGN)) {
    return;
  }
  const batch = (number, name) => ({
    number,
    name,
    planUntil: '2027-03-31',
    surveyUntil: '2027-06-30',
    generateUntil: '2027-09-30',
    reviewUntil: '2027-12-31',
  });
  await call('publisher', 'POST', `${catalog}/campaigns`, {
    name: CAMPAIGN,
    categoryCode: '010201',
    leadDepartment: 'gs',
    description: '合成的编制任务，用于查看页面。',
    batches: [batch(1, '第一批'), batch(2, '第二批')],
    participants: [
      { department: 'gs', batch: 1 },
      { department: 'sw', batch: 1 },
      { department: 'mz', batch: 2 },
    ],
  });
}

try {
  const { data } = await call('designer', 'GET', `${exchange}/services?size=100`);
  const second = await secondService(data.items);
  await schedule(second);
  await process([...data.items.map(({ id }) => id).filter((id) => id !== second), second]);
  await campaign();
  console.log('filled');
} finally {
  await browser.close();
}
