package org.govshare.protocol.control;

import java.time.Instant;

/**
 * A logical node that the centre does not know yet, or not with these keys, asks to be taken in.
 * The event is signed with the key it names: that proves that the node holds it.
 *
 * @param type {@value #TYPE}
 * @param at when
 * @param registrationCode the code that the centre gave out for this node, good once
 * @param signingKey Ed25519 key, base64 of X.509 SubjectPublicKeyInfo
 * @param agreementKey X25519 key, likewise
 * @param gmSigningKey SM2 key for signatures, likewise
 * @param gmAgreementKey SM2 key for data keys, likewise
 */
public record EnrolmentRequested(
    String type,
    Instant at,
    String registrationCode,
    String signingKey,
    String agreementKey,
    String gmSigningKey,
    String gmAgreementKey)
    implements NodeEvent {
  /** Value of {@code type}. */
  public static final String TYPE = "EnrolmentRequested";
}
