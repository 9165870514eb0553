/** Kinds of a department's entries that come from workbooks, too. */
export function hasSheet(kind: string): boolean {
  return ['functions', 'matters', 'systems'].includes(kind);
}
