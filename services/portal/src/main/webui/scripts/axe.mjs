// Checks every page of a running platform. In Chinese, the first language: accessibility by axe
// (WCAG 2.2 AA and best practice). In English: that the page says so and that nothing of its frame
// is left untranslated, and axe once more on those whose parts stand otherwise with longer words
// (`wide` in pages.mjs); the others have the same elements, roles and colours in both languages. In
// both: that no code stands where a word should, and no violation of the content security policy.
// Exits non-zero when anything is found. Usage: node scripts/axe.mjs [page …]
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { eachPage } from './each-page.mjs';

const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const only = process.argv.slice(2);
const started = Date.now();
let faults = 0;
let looks = 0;

function fault(text, count = 1) {
  faults += count;
  console.error(text);
}

const missing = await eachPage(
  async (page, { name, wide }, language) => {
    looks += 1;
    const where = `${name}.${language}`;
    for (const code of await page.evaluate(rawCodes)) {
      fault(`${where}: a raw code is shown: ${code}`);
    }
    if (language === 'en') {
      for (const text of await page.evaluate(untranslated)) {
        fault(`${where}: not translated: ${text}`);
      }
    }
    if (language === 'zh' || wide) {
      await axe(page, where);
    }
  },
  {
    only: only.length > 0 ? only : null,
    onPage: (page) =>
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) {
          fault(`policy: ${page.url()} ${message.text()}`);
        }
      }),
  },
);

async function axe(page, where) {
  // Through the debugger, which the page's policy does not bind; kept until the page is left.
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(source);
  }
  const result = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    }),
  );
  for (const violation of result.violations) {
    fault(
      `${where}: ${violation.id} (${violation.impact}) ${violation.help}`,
      violation.nodes.length,
    );
    for (const node of violation.nodes.slice(0, 3)) {
      console.error(`    ${node.target.join(' ')}  ${node.failureSummary?.split('\n')[1] ?? ''}`);
    }
  }
}

/** In the page: texts that look like a constant of a program, as PENDING_REVIEW does. */
function rawCodes() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    // What is set in the type of code is meant to be one.
    const verbatim = walker.currentNode.parentElement?.closest('.gs-mono, code, script, style');
    if (!verbatim && /^[A-Z]{2,}(?:_[A-Z]+)+$|^[a-z]+\.[a-z]+[A-Z]\w*$/.test(text)) {
      found.add(text);
    }
  }
  return [...found];
}

/** In the page: Chinese in what the portal itself says. Names and data stay as they are. */
function untranslated() {
  const found = document.documentElement.lang === 'en' ? [] : ['the document is not in English'];
  const own =
    '.pf-v6-c-nav a, .pf-v6-c-nav button, th, legend, .pf-v6-c-form__label-text, [role=tab]';
  for (const element of document.querySelectorAll(own)) {
    const text = element.textContent.trim();
    if (/\p{Script=Han}/u.test(text) && !element.closest('[lang]:not(html), .gs-data')) {
      found.push(text);
    }
  }
  return found;
}

for (const line of missing) {
  console.error(`missing: ${line}`);
}
console.log(`${looks} looks in ${Math.round((Date.now() - started) / 1_000)} s`);
console.log(faults === 0 ? 'No faults found.' : `${faults} faults found.`);
process.exitCode = faults === 0 && missing.length === 0 ? 0 : 1;
