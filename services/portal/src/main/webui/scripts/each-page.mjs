// Walks over every page in both languages with one browser, one session per account and language.
import { firstLink, launch, open, visit } from './browser.mjs';
import { PAGES } from './pages.mjs';

/** Calls `look(page, name, language)` on every page; tells which pages could not be reached. */
export async function eachPage(look, { languages = ['zh', 'en'], only = null } = {}) {
  const browser = await launch();
  const missing = [];
  try {
    for (const language of languages) {
      const sessions = new Map();
      for (const target of PAGES.filter(({ name }) => !only || only.includes(name))) {
        const key = target.user ?? '';
        if (!sessions.has(key)) {
          sessions.set(key, await open(browser, target.user, language));
        }
        const page = sessions.get(key);
        const found = target.path ?? (await firstLink(page, target.list, target.prefix));
        if (!found) {
          if (!target.filled) {
            missing.push(`${target.name} (${language}): ${target.list} has no rows`);
          }
          continue;
        }
        await visit(page, found + (target.then ?? ''));
        await look(page, target.name, language);
      }
      for (const page of sessions.values()) {
        await page.context().close();
      }
    }
  } finally {
    await browser.close();
  }
  return missing;
}
