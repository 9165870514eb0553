import { describe, expect, it } from 'vitest';
import { portalAddress } from './addresses';

describe('the page behind a number', () => {
  it.each([
    [
      '/api/catalog/v1/resources?state=PUBLISHED&category=010200',
      '/catalog?state=PUBLISHED&category=010200',
    ],
    ['/api/catalog/v1/statistics/compilation/all/offices', '/statistics/all/offices'],
    ['/api/catalog/v1/statistics/compilation/010200/items', '/statistics/010200/items'],
    [
      '/api/catalog/v1/quality/resources?department=gs&unmet=KEYWORDS',
      '/quality/resources?department=gs&unmet=KEYWORDS',
    ],
    [
      '/api/catalog/v1/evaluations/e1/departments/gs/evidence?indicator=SHARING',
      '/evaluations/e1/departments/gs/SHARING',
    ],
  ])('%s', (rows, page) => {
    expect(portalAddress(rows)).toBe(page);
  });
});
