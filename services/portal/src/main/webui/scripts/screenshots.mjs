// Saves every page of a running platform in both languages.
// Usage: node scripts/screenshots.mjs [directory] [page …]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eachPage } from './each-page.mjs';

const [directory, ...only] = process.argv.slice(2);
const target =
  directory ?? fileURLToPath(new URL('../../../../../../docs/portal/', import.meta.url));
await mkdir(target, { recursive: true });

let saved = 0;
const missing = await eachPage(
  async (page, { name }, language) => {
    // As tall as its content, so that the whole page is in the picture.
    const height = await page.evaluate(() => {
      const main = document.querySelector('#content, .gs-welcome');
      return Math.max(900, (main?.scrollHeight ?? 0) + 128);
    });
    await page.setViewportSize({ width: 1440, height: Math.min(height, 3000) });
    await page.screenshot({ path: join(target, `${name}.${language}.png`) });
    await page.setViewportSize({ width: 1440, height: 900 });
    saved += 1;
  },
  { only: only.length > 0 ? only : null },
);
console.log(`${saved} pictures in ${target}`);
for (const line of missing) {
  console.error(`missing: ${line}`);
}
process.exitCode = missing.length > 0 ? 1 : 0;
