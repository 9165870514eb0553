package org.govshare.protocol.control;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type as PostgreSQL's {@code format_type} writes it
 * @param nullable whether it takes nulls
 * @param position from 1
 * @param comment the database's comment, or null
 */
public record InventoryColumn(
    String name, String type, boolean nullable, int position, String comment) {}
