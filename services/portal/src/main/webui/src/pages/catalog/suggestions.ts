const MOST = 4;
const SHORTEST = 2;

/** Words to search for instead of a search that found nothing: its words, or parts of its only one. */
export function shorterWords(q: string): string[] {
  const words = q.split(/\s+/).filter(Boolean);
  const candidates = words.length > 1 ? words : parts(words[0] ?? '');
  return [...new Set(candidates)]
    .filter((word) => word.length >= SHORTEST && word !== q)
    .slice(0, MOST);
}

/** The halves of a word without spaces, as Chinese has them, then its ends. */
function parts(word: string): string[] {
  if (word.length <= SHORTEST || /^[\x20-\x7e]*$/.test(word)) {
    return [];
  }
  const half = Math.ceil(word.length / 2);
  return [
    word.slice(0, half),
    word.slice(word.length - half),
    word.slice(0, SHORTEST),
    word.slice(-SHORTEST),
  ];
}
