import { hasWords } from '../../components/tree';

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

/** Which departments are looked for; nothing if all are wanted. */
export function wanted(
  words: string,
  state: string,
): ((node: DepartmentNode) => boolean) | undefined {
  if (words.trim() === '' && state === '') {
    return undefined;
  }
  return (node) =>
    (state === '' || node.state === state) &&
    hasWords(`${node.name} ${node.code} ${node.serial}`, words);
}
