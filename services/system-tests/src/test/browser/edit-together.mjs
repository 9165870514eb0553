// Two windows change the same draft, the second merges; a reviewer remarks on fields, and the
// author sees it there; what is typed comes back after the page was left.
// Usage: node edit-together.mjs <folder for pictures>
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { launch, open, PORTAL, visit } from '../../../../portal/src/main/webui/scripts/browser.mjs';

const [pictures] = process.argv.slice(2);
const browser = await launch();
const mark = Date.now().toString(36);
const byId = (page, id) => page.locator(`[data-testid="${id}"]`);

async function shown(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

async function save(page) {
  await byId(page, 'save').click();
}

async function confirm(page) {
  await byId(page, 'confirm').click();
}

/** A draft with one item, and its address. */
async function compile(page) {
  await visit(page, '/compile/new');
  await page.fill('#name', `两人同编 ${mark}（合成）`);
  await page.selectOption('#categoryCode', '010201');
  await page.fill('#abstract', '浏览器测试用的合成资源，没有真实数据。');
  await page.fill('#item-0-name', '企业名称');
  await page.fill('#item-0-length', '50');
  await save(page);
  await page.waitForURL(/\/catalog\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1);
}

try {
  const first = await open(browser, 'gs-editor');
  const second = await open(browser, 'gs-editor');
  const id = await compile(first);
  await visit(first, `/compile/${id}/edit`);
  await visit(second, `/compile/${id}/edit`);

  // The first one saves; the second has typed other things meanwhile.
  await first.fill('#abstract', '第一人的摘要，比第二人早一步保存。');
  await first.fill('#contactPhone', '0311-0000001');
  await save(first);
  await first.waitForURL(`${PORTAL}/catalog/${id}`);
  await second.fill('#abstract', '第二人的摘要，要保留下来。');
  await second.fill('#keywords', '合成，测试');
  await save(second);
  await byId(second, 'conflict').waitFor();
  const told = await byId(second, 'conflict').innerText();
  for (const expected of ['gs-editor', '第一人的摘要', '第二人的摘要', '0311-0000001']) {
    assert.ok(told.includes(expected), `the second is not told “${expected}”:\n${told}`);
  }
  await shown(second, 'edit-conflict');
  await second.locator('#merge-abstract-mine').check();
  await byId(second, 'merge').click();
  await byId(second, 'merged').waitFor();
  assert.equal(await second.inputValue('#abstract'), '第二人的摘要，要保留下来。');
  assert.equal(await second.inputValue('#contactPhone'), '0311-0000001');
  assert.equal(await second.inputValue('#keywords'), '合成，测试');
  await save(second);
  await second.waitForURL(`${PORTAL}/catalog/${id}`);
  for (const expected of ['第二人的摘要', '0311-0000001', '测试']) {
    await second.locator('#content').getByText(expected).first().waitFor();
  }

  // The reviewer remarks on a field and an item, and sends it back.
  await byId(second, 'submit-resource').click();
  await confirm(second);
  const reviewer = await open(browser, 'gs-reviewer');
  await visit(reviewer, `/catalog/${id}`);
  await byId(reviewer, 'review').click();
  await reviewer.waitForURL(`${PORTAL}/catalog/${id}/review`);
  const field = byId(reviewer, 'reviewed-field').filter({ hasText: '第二人的摘要' });
  await field.locator('[data-testid="add-remark"]').click();
  await reviewer.fill('#remark-text', '请写明数据范围');
  await byId(reviewer, 'add-remark-confirm').click();
  await byId(reviewer, 'reviewed-item').first().locator('[data-testid="add-remark"]').click();
  await reviewer.selectOption('#field', { label: '长度' });
  await reviewer.fill('#remark-text', '长度不够');
  await byId(reviewer, 'add-remark-confirm').click();
  assert.equal(await byId(reviewer, 'own-remark').count(), 2);
  await shown(reviewer, 'edit-review');
  await byId(reviewer, 'review-return').click();
  await byId(reviewer, 'remark').fill('两处需要修改');
  await confirm(reviewer);
  await reviewer.waitForURL(`${PORTAL}/catalog/${id}`);

  // The author sees each remark at its field, types, leaves, and finds it again.
  await visit(second, `/compile/${id}/edit`);
  await byId(second, 'returned').getByText('两处需要修改').waitFor();
  assert.match(await second.innerText('#abstract-help'), /请写明数据范围/);
  assert.match(await second.innerText('#item-0-length-help'), /长度不够/);
  await shown(second, 'edit-returned');
  await second.fill('#abstract', '范围是全省，按月统计，合成数据。');
  await second.waitForSelector('[data-testid="autosave"][data-state="saved"]');
  await visit(second, `/compile/${id}/edit`);
  await byId(second, 'restored').waitFor();
  assert.equal(await second.inputValue('#abstract'), '范围是全省，按月统计，合成数据。');
  await byId(second, 'discard').click();
  await confirm(second);
  await byId(second, 'restored').waitFor({ state: 'detached' });
  assert.equal(await second.inputValue('#abstract'), '第二人的摘要，要保留下来。');
  console.log('merged, returned with remarks, and restored');
} finally {
  await browser.close();
}
