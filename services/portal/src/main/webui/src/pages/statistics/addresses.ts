const PAGES: [RegExp, string][] = [
  [/^\/api\/catalog\/v1\/resources/, '/catalog'],
  [/^\/api\/catalog\/v1\/statistics\/compilation/, '/statistics'],
  [/^\/api\/catalog\/v1\/quality/, '/quality'],
  [
    /^\/api\/catalog\/v1\/evaluations\/([^/]+)\/departments\/([^/]+)\/evidence\?indicator=(.*)$/,
    '/evaluations/$1/departments/$2/$3',
  ],
];

/** The portal's page for a list that a service names as what a number counts. */
export function portalAddress(rows: string): string {
  for (const [pattern, page] of PAGES) {
    if (pattern.test(rows)) {
      return rows.replace(pattern, page);
    }
  }
  return rows;
}
