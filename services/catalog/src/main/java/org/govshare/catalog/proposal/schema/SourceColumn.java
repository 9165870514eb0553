package org.govshare.catalog.proposal.schema;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type as the database writes it, with lengths
 * @param comment what its makers say about it, or {@code null}
 * @param key whether it belongs to the primary key
 */
public record SourceColumn(String name, String type, String comment, boolean key) {}
