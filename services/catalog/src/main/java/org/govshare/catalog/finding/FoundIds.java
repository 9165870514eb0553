package org.govshare.catalog.finding;

import java.util.List;
import java.util.UUID;

/**
 * Everything that a query found.
 *
 * @param ids in the order of identifiers, those without one last
 * @param items how many data items they have together
 */
public record FoundIds(List<UUID> ids, long items) {}
