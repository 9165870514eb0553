package org.govshare.protocol.control;

/**
 * A column of a reconciliation.
 *
 * @param name the receiver's own column
 * @param type type that its values are cast to before they are summed: the target's
 */
public record DigestColumn(String name, String type) {}
