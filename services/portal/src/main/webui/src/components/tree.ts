/** Something that stands in a tree. */
export interface Branching<N> {
  code: string;
  children: N[];
}

/** A node as one line of its tree. */
export interface TreeRow<N> {
  node: N;
  /** How many stand above it. */
  depth: number;
  /** Whether those below it are shown; absent where there are none. */
  open?: boolean;
}

/**
 * The lines of a tree. Where something is looked for, only those that fit, each below those that
 * it belongs to, and all of them open.
 *
 * @param closed codes of those whose children are hidden
 * @param fits what is looked for; absent if nothing is
 */
export function rowsOf<N extends Branching<N>>(
  nodes: readonly N[],
  closed: ReadonlySet<string>,
  fits?: (node: N) => boolean,
  depth = 0,
): TreeRow<N>[] {
  return nodes.flatMap((node): TreeRow<N>[] => {
    const below = rowsOf(node.children, closed, fits, depth + 1);
    if (below.length === 0) {
      return fits && !fits(node) ? [] : [{ node, depth }];
    }
    const open = fits !== undefined || !closed.has(node.code);
    return [{ node, depth, open }, ...(open ? below : [])];
  });
}

/** Whether a text has every one of these words in it. */
export function hasWords(text: string, words: string): boolean {
  const small = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => small.includes(word));
}
