package org.govshare.exchange.node;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.function.Consumer;
import org.govshare.platform.problem.InputChecks;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.PublicKeys;

/**
 * A node to be registered.
 *
 * @param name at most 100 characters
 * @param department code of the department it belongs to
 * @param signingKey its Ed25519 public key, base64 of X.509 SubjectPublicKeyInfo
 * @param agreementKey its X25519 public key, likewise
 * @param gmSigningKey its SM2 public key for signatures, likewise; absent without suite {@code gm}
 * @param gmAgreementKey its SM2 public key for data keys, likewise; always with the other
 */
@RegisterForReflection
public record RegisterNode(
    String name,
    String department,
    String signingKey,
    String agreementKey,
    String gmSigningKey,
    String gmAgreementKey) {

  private static final String CODE = "[a-z][a-z0-9-]{0,31}";

  /**
   * Checks it all.
   *
   * @throws org.govshare.platform.problem.InvalidInput for whatever is wrong (400)
   */
  public void check(String code) {
    InputChecks checks = new InputChecks();
    checkNames(checks, "code", code, name, department);
    checks
        .that(key(signingKey, PublicKeys::signingKey), "signingKey", "not-a-key", "Ed25519")
        .that(key(agreementKey, PublicKeys::agreementKey), "agreementKey", "not-a-key", "X25519")
        .that(noneOrSm2(gmSigningKey, gmAgreementKey), "gmSigningKey", "not-a-key", "SM2")
        .that(noneOrSm2(gmAgreementKey, gmSigningKey), "gmAgreementKey", "not-a-key", "SM2")
        .done();
  }

  /** Adds what is wrong with a node's code, name and department. */
  public static void checkNames(
      InputChecks checks, String field, String code, String name, String department) {
    checks
        .that(code == null || code.matches(CODE), field, "malformed", CODE)
        .text("name", name, 100)
        .required("department", department)
        .that(
            department == null || department.isBlank() || department.matches(CODE),
            "department",
            "malformed",
            CODE);
  }

  /** Fingerprint of the signing key. */
  public String keyId() {
    return PublicKeys.fingerprint(PublicKeys.signingKey(signingKey)).toString();
  }

  /** Fingerprint of the SM2 signing key, or {@code null} without one. */
  public String gmKeyId() {
    return gmSigningKey == null
        ? null
        : PublicKeys.fingerprint(PublicKeys.signingKey(CryptoSuite.GM, gmSigningKey)).toString();
  }

  private static boolean noneOrSm2(String text, String other) {
    return text == null && other == null
        || key(text, it -> PublicKeys.signingKey(CryptoSuite.GM, it));
  }

  private static boolean key(String text, Consumer<String> parser) {
    if (text == null || text.length() > 200) {
      return false;
    }
    try {
      parser.accept(text);
      return true;
    } catch (CryptoFailure malformed) {
      return false;
    }
  }
}
