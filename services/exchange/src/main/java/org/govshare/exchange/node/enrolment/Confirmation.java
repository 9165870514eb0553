package org.govshare.exchange.node.enrolment;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * That a node is the right one.
 *
 * @param keyId fingerprint of its signing key as its department reads it at the machine, in
 *     hexadecimal; blanks and colons do not count
 */
@RegisterForReflection
public record Confirmation(String keyId) {

  /** The fingerprint as it is kept. */
  String plain() {
    return keyId == null ? "" : keyId.replaceAll("[\\s:]", "").toLowerCase(java.util.Locale.ROOT);
  }
}
