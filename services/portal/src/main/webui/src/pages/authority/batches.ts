/** A list in pieces of at most so many. */
export function inBatches<T>(all: T[], limit: number): T[][] {
  const batches: T[][] = [];
  for (let from = 0; from < all.length; from += limit) {
    batches.push(all.slice(from, from + limit));
  }
  return batches;
}
