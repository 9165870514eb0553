package org.govshare.protocol.control;

import java.util.List;

/**
 * A data source of a node.
 *
 * @param code its code within the node
 * @param kind {@code postgresql}
 * @param direction {@code SOURCE}, {@code TARGET} or {@code BOTH}
 * @param tables tables of its allow-lists that exist
 */
public record InventoryDataSource(
    String code, String kind, String direction, List<InventoryTable> tables) {}
