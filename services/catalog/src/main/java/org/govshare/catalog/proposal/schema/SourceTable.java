package org.govshare.catalog.proposal.schema;

import java.util.List;

/**
 * A table of a department's database.
 *
 * @param schema its schema, or {@code null} if nothing says
 * @param name its name
 * @param comment what its makers say about it, or {@code null}
 * @param columns in their order
 * @param line line of the script on which it begins, 0 if it comes from no script
 */
public record SourceTable(
    String schema, String name, String comment, List<SourceColumn> columns, int line) {}
