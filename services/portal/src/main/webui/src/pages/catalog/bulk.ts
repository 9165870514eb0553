import { CATALOG, type ResourceState } from '../../api/catalog';
import type { Me } from '../../app/access';

/** A step that can be taken with many resources at once. */
export type BulkStep = 'SUBMIT' | 'PASS' | 'RETURN' | 'PUBLISH' | 'WITHDRAW' | 'DELETE';

/** Which resources: named with the versions that were seen, or by what they have in common. */
export type Targets =
  | { ids: { id: string; revision: number }[] }
  | {
      filter: { state: ResourceState; department?: string; categoryCode?: string };
      expected: number;
    };

/** What became of one of them. */
export interface BulkItem {
  id: string;
  name?: string;
  done: boolean;
  code?: string;
  reason?: string;
  state?: ResourceState;
}

export interface BulkResult {
  action: BulkStep;
  done: number;
  refused: number;
  items: BulkItem[];
}

/** Steps that need a reason, which those concerned will read. */
export const WITH_REMARK: readonly BulkStep[] = ['RETURN', 'WITHDRAW'];

/** Steps that take something away. */
export const GRAVE: readonly BulkStep[] = ['RETURN', 'WITHDRAW', 'DELETE'];

/** Most resources that one call takes; more are an order, which a job carries out. */
const ONE_CALL = 1_000;

/** Where a step with so many resources is asked for. */
export function bulkPath(count: number): string {
  return count > ONE_CALL ? `${CATALOG}/resources/bulk/orders` : `${CATALOG}/resources/bulk`;
}

/** Which steps a user can take with resources that stand there. */
export function stepsFor(me: Pick<Me, 'roles'>, state: ResourceState): BulkStep[] {
  const edits = me.roles.includes('catalog-editor');
  const reviews = me.roles.includes('department-reviewer');
  const publishes = me.roles.includes('catalog-publisher');
  switch (state) {
    case 'DRAFT':
    case 'RETURNED':
      return edits ? ['SUBMIT', 'DELETE'] : [];
    case 'PENDING_REVIEW':
      return reviews ? ['PASS', 'RETURN'] : [];
    case 'REGISTERED':
      return publishes ? ['PUBLISH', 'RETURN'] : [];
    case 'PUBLISHED':
      return publishes || reviews ? ['WITHDRAW'] : [];
    default:
      return [];
  }
}
