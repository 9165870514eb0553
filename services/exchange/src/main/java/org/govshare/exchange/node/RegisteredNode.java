package org.govshare.exchange.node;

/**
 * A node as the other features see it.
 *
 * @param code its code
 * @param name its name
 * @param department code of the department it belongs to
 * @param signingKey its Ed25519 key, base64 of X.509 SubjectPublicKeyInfo
 * @param agreementKey its X25519 key, likewise
 * @param keyId fingerprint of the signing key, in hexadecimal
 */
public record RegisteredNode(
    String code,
    String name,
    String department,
    String signingKey,
    String agreementKey,
    String keyId) {}
