package org.govshare.protocol.control;

/**
 * A column as it was when a service was designed.
 *
 * @param name its name
 * @param type its type, as PostgreSQL's {@code format_type} writes it
 * @param nullable whether it took nulls
 */
public record ExpectedColumn(String name, String type, boolean nullable) {}
