package org.govshare.exchange.run;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.node.RegisteredNode;
import org.govshare.protocol.control.CaptureOrder;
import org.govshare.protocol.control.ReplayedKeys;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SealedForNode;

/** What a run sends again; known until the run has ended. */
@Entity
@Table(name = "resend")
class Resend {

  @Id private UUID runId;
  private String conditions;
  private String keys;
  private String sealedKey;
  private String sealedKeys;

  /** For the persistence provider. */
  protected Resend() {}

  private Resend(UUID runId) {
    this.runId = runId;
  }

  /** The rows within bounds. */
  static Resend within(UUID run, List<RowCondition> conditions) {
    Resend made = new Resend(run);
    made.conditions = JsonText.write(conditions);
    return made;
  }

  /** The rows of these keys, which from here on only the source's node can read. */
  static Resend ofKeys(
      UUID run, List<List<String>> keys, RegisteredNode source, CryptoSuite suite) {
    SealedForNode sealed = seal(run, keys, source, suite);
    Resend made = new Resend(run);
    made.sealedKey = sealed.key();
    made.sealedKeys = sealed.content();
    return made;
  }

  private static SealedForNode seal(
      UUID run, List<List<String>> keys, RegisteredNode source, CryptoSuite suite) {
    return SealedForNode.seal(
        PublicKeys.agreementKey(suite, source.agreementKey(suite)),
        ReplayedKeys.context(run),
        JsonText.write(keys));
  }

  /** The keys as the source is told them; null if rows are named otherwise. */
  SealedForNode sealed(RegisteredNode source, CryptoSuite suite) {
    if (sealedKeys != null) {
      return new SealedForNode(sealedKey, sealedKeys);
    }
    // The release before has kept them as they were ordered.
    List<List<String>> named =
        keys == null ? List.of() : JsonText.read(keys, new TypeReference<List<List<String>>>() {});
    return named.isEmpty() ? null : seal(runId, named, source, suite);
  }

  /** What change capture is told of it, where these are the sealed keys or none. */
  CaptureOrder within(CaptureOrder order, SealedForNode sealed) {
    return sealed == null ? order.resending(conditions()) : order.resending(sealed);
  }

  /** The bounds, none if rows are named by their keys. */
  List<RowCondition> conditions() {
    return conditions == null
        ? List.of()
        : JsonText.read(conditions, new TypeReference<List<RowCondition>>() {});
  }
}
