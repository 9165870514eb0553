// Checks every page of a running platform for accessibility (WCAG 2.2 AA) and for violations of
// its content security policy. Exits non-zero when anything is found.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { eachPage } from './each-page.mjs';

const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const only = process.argv.slice(2);
let faults = 0;
const watched = new WeakSet();
const missing = await eachPage(
  async (page, name, language) => {
    if (!watched.has(page)) {
      watched.add(page);
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) {
          faults += 1;
          console.error(`policy: ${page.url()} ${message.text()}`);
        }
      });
    }
    // Through the debugger, which the page's policy does not bind.
    await page.evaluate(source);
    const result = await page.evaluate(() =>
      globalThis.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    );
    for (const violation of result.violations) {
      faults += violation.nodes.length;
      console.error(`${name}.${language}: ${violation.id} (${violation.impact}) ${violation.help}`);
      for (const node of violation.nodes.slice(0, 3)) {
        console.error(`    ${node.target.join(' ')}  ${node.failureSummary?.split('\n')[1] ?? ''}`);
      }
    }
  },
  { only: only.length > 0 ? only : null },
);
for (const line of missing) {
  console.error(`missing: ${line}`);
}
console.log(faults === 0 ? 'No faults found.' : `${faults} faults found.`);
process.exitCode = faults === 0 && missing.length === 0 ? 0 : 1;
