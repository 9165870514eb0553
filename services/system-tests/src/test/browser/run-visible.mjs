// Signs in as those a run concerns, and as one it does not, and looks for the run in the portal.
// Usage: node run-visible.mjs <run> <folder for pictures>
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { launch, open, PORTAL, visit } from '../../../../portal/src/main/webui/scripts/browser.mjs';

const [run, pictures] = process.argv.slice(2);
const browser = await launch();
const complaints = [];

async function look(user, path, name, expectations) {
  const page = await open(browser, user);
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(`${user} ${path}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`${user} ${path}: ${error}`));
  await visit(page, path);
  const text = await page.innerText('body');
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  for (const expected of expectations) {
    assert.ok(text.includes(expected), `${user} does not see “${expected}” on ${path}:\n${text}`);
  }
  return page;
}

try {
  for (const user of ['sw-requester', 'operator']) {
    const page = await look(user, `/exchange/runs/${run}`, `run-${user}`, [
      run.slice(0, 8),
      '已完成',
      '100,000',
    ]);
    await page.goto(`${PORTAL}/exchange/runs`);
    await page.waitForSelector(`a[href="/exchange/runs/${run}"]`);

    // Nothing of the login may be readable by a script.
    const readable = await page.evaluate(
      () => document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage),
    );
    assert.ok(!/eyJ/.test(readable), `a token can be read by scripts: ${readable}`);
    const cookies = await page.context().cookies(PORTAL);
    for (const cookie of cookies) {
      assert.ok(cookie.httpOnly, `the cookie ${cookie.name} can be read by scripts`);
      assert.ok(!cookie.value.includes('eyJ'), `the cookie ${cookie.name} holds a token`);
    }
  }

  await look('sw-requester', '/catalog?q=%E7%99%BB%E8%AE%B0', 'search-sw-requester', [
    '企业登记信息',
    '省工商局',
  ]);
  assert.deepEqual(complaints, []);

  const stranger = await look('mz-editor', `/exchange/runs/${run}`, 'run-mz-editor', []);
  const text = await stranger.innerText('body');
  assert.ok(!text.includes('100,000'), `mz-editor sees the run:\n${text}`);
  console.log('seen by those it concerns, and by nobody else');
} finally {
  await browser.close();
}
