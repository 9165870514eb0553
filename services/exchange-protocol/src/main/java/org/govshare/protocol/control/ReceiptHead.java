package org.govshare.protocol.control;

/**
 * Command that hands a node a head of a channel's receipts that the centre has countersigned.
 *
 * @param line the line of a head file, see {@code org.govshare.protocol.receipt.CountersignedHead}
 */
public record ReceiptHead(String line) {}
