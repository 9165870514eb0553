/** A department with those below it. */
export interface DepartmentNode {
  code: string;
  name: string;
  serial: string;
  kind: string;
  regionCode?: string;
  state: 'ACTIVE' | 'ABOLISHED';
  children: DepartmentNode[];
}

/** A department as one line of the tree. */
export interface TreeRow {
  node: DepartmentNode;
  /** How many stand above it. */
  depth: number;
  /** Whether those below it are shown; absent where there are none. */
  open?: boolean;
}

/** Which departments are looked for. */
export interface Wanted {
  words: string;
  state: string;
}

/**
 * The lines of the tree. Where something is looked for, only those that fit, each below those that
 * it belongs to, and all of them open.
 *
 * @param closed codes of those whose departments are hidden
 */
export function rowsOf(
  nodes: DepartmentNode[],
  closed: ReadonlySet<string>,
  wanted: Wanted,
  depth = 0,
): TreeRow[] {
  const searching = wanted.words.trim() !== '' || wanted.state !== '';
  return nodes.flatMap((node) => {
    const below = rowsOf(node.children, closed, wanted, depth + 1);
    if (searching && below.length === 0 && !fits(node, wanted)) {
      return [];
    }
    if (below.length === 0) {
      return [{ node, depth }];
    }
    const open = searching || !closed.has(node.code);
    return [{ node, depth, open }, ...(open ? below : [])];
  });
}

function fits(node: DepartmentNode, { words, state }: Wanted): boolean {
  const text = `${node.name} ${node.code} ${node.serial}`.toLowerCase();
  return (
    (state === '' || node.state === state) &&
    words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}
