package org.govshare.catalog.library.link;

import java.util.UUID;

/**
 * What one item cites.
 *
 * @param at where the item stands in its input, for example {@code items[3]}; empty for the input
 *     itself
 * @param legalBasisId a policy, or {@code null}
 * @param dataElementId a standard data element, or {@code null}
 * @param codeTableId a code table, or {@code null}
 */
public record Cited(String at, UUID legalBasisId, UUID dataElementId, UUID codeTableId) {}
