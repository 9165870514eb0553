package org.govshare.protocol.control;

/**
 * One column of a mapping.
 *
 * @param source column at the source
 * @param target column at the target
 * @param targetType type of the target's column, as PostgreSQL's {@code format_type} writes it
 */
public record MappedColumn(String source, String target, String targetType) {}
