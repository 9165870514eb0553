// An editor imports a workbook with one good resource and one that has a fault, looks at what came
// of it and takes it back; a demand goes from who needs something to who will provide it.
// Usage: node import-and-demand.mjs <folder for pictures>
import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  launch,
  open,
  PORTAL,
  settle,
  visit,
} from '../../../../portal/src/main/webui/scripts/browser.mjs';
import { workbook } from './workbook.mjs';

const [pictures] = process.argv.slice(2);
const browser = await launch();
const mark = Date.now().toString(36);
const byId = (page, id) => page.locator(`[data-testid="${id}"]`);
const GOOD = `浏览器导入甲 ${mark}（合成）`;
const FAULTY = `浏览器导入乙 ${mark}（合成）`;

const HEADERS = [
  '信息资源分类',
  '信息资源名称',
  '信息资源提供方',
  '资源提供方代码',
  '信息资源摘要',
  '信息资源格式类别',
  '信息项名称',
  '数据类型',
  '数据长度',
  '共享类型',
  '共享条件',
  '共享方式',
  '是否向社会开放',
  '更新周期',
];

/** A row of the template; conditional sharing needs a condition. */
const row = (name, department, sharing, condition) => [
  '010201',
  name,
  department,
  'gs',
  `${name}的登记情况，没有真实数据。`,
  '数据库',
  '企业名称',
  '字符型C',
  '50',
  sharing,
  condition,
  '数据库',
  '不予开放',
  '每日',
];

async function shown(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** Waits until the page says that its thing is in this state. */
async function stands(page, state) {
  await byId(page, 'import-state').filter({ hasText: state }).waitFor();
  await settle(page);
}

async function importAndTakeBack(page) {
  await visit(page, '/compile');
  const department = await page.evaluate(async () => {
    const answer = await fetch('/api/catalog/v1/departments/gs', {
      headers: { 'X-Requested-With': 'JavaScript' },
    });
    return (await answer.json()).name;
  });
  const rows = [
    HEADERS,
    row(GOOD, department, '无条件共享', ''),
    row(FAULTY, department, '有条件共享', ''),
  ];
  await visit(page, '/imports');
  await page.setInputFiles('input[type=file]', {
    name: `浏览器导入-${mark}.xlsx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: workbook(rows),
  });
  await byId(page, 'upload').click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await stands(page, '已检查');
  await byId(page, 'fault-row').first().waitFor();
  const faults = await byId(page, 'fault-row').allInnerTexts();
  assert.ok(
    faults.some((fault) => fault.includes('共享条件')),
    `no fault names the missing condition:\n${faults.join('\n')}`,
  );
  await shown(page, 'import-checked');

  const annotated = await page.locator('a[href$="annotated.xlsx"]').getAttribute('href');
  const sent = await page.request.get(`${PORTAL}${annotated}`);
  assert.equal(sent.status(), 200);
  const file = await sent.body();
  assert.equal(file.subarray(0, 2).toString(), 'PK', 'the annotated workbook is none');

  await byId(page, 'commit').click();
  await byId(page, 'commit-confirm').click();
  await stands(page, '已导入');
  assert.deepEqual(await drafts(page), [GOOD]);

  await page.goBack();
  await stands(page, '已导入');
  await byId(page, 'undo').click();
  await byId(page, 'confirm').click();
  await stands(page, '已撤销');
  await shown(page, 'import-undone');
  assert.deepEqual(await drafts(page), []);
}

/** Which of the imported resources stand among the drafts. */
async function drafts(page) {
  await visit(page, `/compile?state=DRAFT&q=${encodeURIComponent(mark)}`);
  const text = await page.innerText('#content');
  return [GOOD, FAULTY].filter((name) => text.includes(name));
}

async function demandUntilPlanned() {
  const requester = await open(browser, 'sw-requester');
  await visit(requester, '/demands/new');
  await requester.fill('#name', `浏览器需求 ${mark}（合成）`);
  await requester.fill('#items', '企业名称\n年报状态');
  await requester.fill('#purpose', '核对纳税人的经营状况，合成数据。');
  await requester.fill('#legalBasis', '税收征收管理法（测试用）');
  await requester.click('[data-testid="demand-form"] [type=submit]');
  await requester.waitForURL(/\/demands\/[0-9a-f-]{36}$/);
  const path = new URL(requester.url()).pathname;

  const authority = await open(browser, 'sharing');
  await visit(authority, path);
  await byId(authority, 'assign').click();
  await authority.selectOption('#provider', 'gs');
  await byId(authority, 'confirm').click();
  await authority.getByText('待答复').first().waitFor();

  const provider = await open(browser, 'gs-reviewer');
  await visit(provider, path);
  await byId(provider, 'can-provide').click();
  await provider.fill('#available-by', '2027-12-31');
  await byId(provider, 'confirm').click();
  await provider.getByText('计划提供').first().waitFor();

  await visit(requester, path);
  await requester.getByText('计划提供').first().waitFor();
  await requester.locator('#content').getByText('2027-12-31').first().waitFor();
  await shown(requester, 'demand-planned');
}

try {
  await Promise.all([open(browser, 'gs-editor').then(importAndTakeBack), demandUntilPlanned()]);
  console.log('imported, taken back, and a demand answered');
} finally {
  await browser.close();
}
