/** What of an address is the search itself; the rest is where in its result one is. */
const ASKED = [
  'q',
  'state',
  'department',
  'category',
  'sharingType',
  'openType',
  'format',
  'dataStructure',
  'updateFrequency',
  'publishedFrom',
  'publishedTo',
] as const;

const CODES: Record<string, string> = {
  state: 'resourceState',
  sharingType: 'sharingType',
  openType: 'openType',
  format: 'resourceFormat',
  dataStructure: 'dataStructure',
  updateFrequency: 'updateFrequency',
};

/** The search that an address asks for, in an order of its own. */
export function askedOf(address: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams();
  for (const name of ASKED) {
    address.getAll(name).forEach((value) => asked.append(name, value));
  }
  return asked;
}

/** Whether a subscription is to a search with filters, and not to words alone. */
export function isStructured(target: string): boolean {
  return ASKED.some((name) => target.startsWith(`${name}=`));
}

/** A search in words, for people. */
export function inWords(
  target: string,
  names: {
    department: (code: string) => string;
    category: (code: string) => string;
    code: (kind: string, value: string) => string;
  },
): string {
  return [...askedOf(new URLSearchParams(target))]
    .map(([name, value]) => {
      if (name === 'q') {
        return `“${value}”`;
      }
      if (name === 'publishedFrom') {
        return `${value} ～`;
      }
      if (name === 'publishedTo') {
        return `～ ${value}`;
      }
      if (name === 'department') {
        return names.department(value);
      }
      return name === 'category' ? names.category(value) : names.code(CODES[name]!, value);
    })
    .join(' · ');
}
