// Walks over every page in both languages with one browser: several lanes side by side, each with a
// session of its own for the accounts it looks through. A page is opened once, in Chinese, and then
// turned into English by the switch above it, as a reader would do.
import { availableParallelism } from 'node:os';
import { firstLink, launch, open, settle, turn, visit } from './browser.mjs';
import { PAGES } from './pages.mjs';

const LANES = Math.min(4, availableParallelism() + 1);

/**
 * Calls `look(page, target, language)` on every page; tells which pages could not be reached.
 *
 * @param onPage called with each new browser page, before anything is opened in it
 */
export async function eachPage(look, { only = null, onPage = () => undefined } = {}) {
  const browser = await launch();
  const missing = [];
  const links = new Map();
  // Lists are looked up once, whichever lane needs them first.
  const linkOf = (page, { user, list, prefix }) => {
    const key = [user, list, prefix].join();
    if (!links.has(key)) {
      links.set(key, firstLink(page, list, prefix));
    }
    return links.get(key);
  };
  const walk = async (targets) => {
    const sessions = new Map();
    for (const target of targets) {
      const key = target.user ?? '';
      if (!sessions.has(key)) {
        sessions.set(key, await open(browser, target.user, 'zh', onPage));
      }
      const page = sessions.get(key);
      const found = target.path ?? (await linkOf(page, target));
      if (!found) {
        if (!target.filled) {
          missing.push(`${target.name}: ${target.list} has no rows`);
        }
        continue;
      }
      await visit(page, found + (target.then ?? ''));
      await look(page, target, 'zh');
      await turn(page, 'en');
      await settle(page);
      await look(page, target, 'en');
      await turn(page, 'zh');
    }
    for (const page of sessions.values()) {
      await page.context().close();
    }
  };
  try {
    const targets = PAGES.filter(({ name }) => !only || only.includes(name));
    await Promise.all(lanes(targets).map(walk));
  } finally {
    await browser.close();
  }
  return missing;
}

/** Shares out the pages evenly, those of one account together as far as that goes. */
function lanes(targets) {
  const sorted = [...targets].sort((a, b) => (a.user ?? '').localeCompare(b.user ?? ''));
  const size = Math.ceil(sorted.length / LANES);
  return Array.from({ length: LANES }, (_, lane) => sorted.slice(lane * size, (lane + 1) * size));
}
