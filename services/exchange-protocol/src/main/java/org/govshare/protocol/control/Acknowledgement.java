package org.govshare.protocol.control;

/**
 * Tells a producer that everything up to a sequence has been handled.
 *
 * @param consumer who handled it
 * @param sequence highest sequence handled without a gap
 */
public record Acknowledgement(String consumer, long sequence) {}
