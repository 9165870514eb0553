package org.govshare.protocol.control;

/**
 * The centre knows a node's new keys: the node uses them from now on.
 *
 * @param keyId fingerprint of the new Ed25519 key, in hexadecimal
 */
public record KeysTaken(String keyId) {}
