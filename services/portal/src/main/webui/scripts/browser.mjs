// A headless browser at a running platform, signed in through the realm's own login page.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const PORTAL = process.env.GOVSHARE_PORTAL_URL ?? 'http://localhost:8080';
const PASSWORD = process.env.GOVSHARE_DEMO_PASSWORD ?? 'Govshare-Demo-1';
/** Nothing here measures time: a busy machine is only slower. */
const PATIENCE = 60_000;
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function launch() {
  const executablePath = process.env.GOVSHARE_BROWSER ?? BROWSERS.find((path) => existsSync(path));
  if (!executablePath) {
    throw new Error(
      'No browser found. Install one (Debian, Ubuntu: apt-get install chromium) or name it in GOVSHARE_BROWSER.',
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A page of its own context, signed in as `user` (nobody where empty), in one language.
 *
 * @param onPage called with the page before anything is opened in it
 */
export async function open(browser, user, language = 'zh', onPage = () => undefined) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
  });
  await context.addInitScript((chosen) => {
    // Only at first: what is chosen later by the switch stays.
    if (!sessionStorage.getItem('govshare.begun')) {
      sessionStorage.setItem('govshare.begun', 'true');
      localStorage.setItem('govshare.language', chosen);
    }
  }, language);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  onPage(page);
  if (user) {
    await page.goto(`${PORTAL}/login?return=%2F`);
    await page.fill('#username', user);
    await page.fill('#password', PASSWORD);
    await page.click('[type=submit]');
    await page.waitForURL(`${PORTAL}/`);
  }
  return page;
}

/** Goes to a page and waits until nothing is loading any more. */
export async function visit(page, path) {
  await page.goto(`${PORTAL}${path}`);
  await page.waitForSelector('h1');
  await settle(page);
}

/** Waits until nothing is loading and the page has stopped changing; figures may go on ticking. */
export async function settle(page) {
  await page.waitForFunction(() => !document.querySelector('.gs-loading'), undefined, {
    timeout: PATIENCE,
  });
  await page.evaluate(
    ([quiet, longest]) =>
      new Promise((resolve) => {
        const done = () => {
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(done, quiet);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quiet);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(done, longest);
      }),
    [200, 3_000],
  );
  await page.waitForFunction(() => !document.querySelector('.gs-loading'), undefined, {
    timeout: PATIENCE,
  });
}

/** Turns the open page into a language by its switch. */
export async function turn(page, language) {
  await page.click(`#language-${language}`);
  await page.waitForFunction(
    (wanted) => document.documentElement.lang.startsWith(wanted),
    language,
  );
}

/** The address behind the first link of a list, or null where the list is empty. */
export async function firstLink(page, list, prefix) {
  await visit(page, list);
  const hrefs = await page
    .locator(`tbody a[href^="${prefix}"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  return hrefs[0] ?? null;
}
