package org.govshare.catalog.finding;

import java.util.List;

/**
 * What one reading brought: the rows of a page, perhaps one more to show that the list goes on, and
 * the facets of everything found in groups.
 *
 * @param rows in their order
 * @param facets the different facets
 * @param found how many have each of them
 * @param dated how many of these were published in the range asked for
 */
@SuppressWarnings("ArrayRecordComponent")
record Found(List<FoundResource> rows, long[] facets, long[] found, long[] dated) {}
