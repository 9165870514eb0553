package org.govshare.exchange.run;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;
import org.govshare.protocol.control.RowCondition;

/** What a run sends again. */
@Entity
@Table(name = "resend")
class Resend {

  @Id private UUID runId;
  private String conditions;
  private String keys;

  /** For the persistence provider. */
  protected Resend() {}

  private Resend(UUID runId, List<RowCondition> conditions, List<List<String>> keys) {
    this.runId = runId;
    this.conditions = JsonText.write(conditions);
    this.keys = JsonText.write(keys);
  }

  /** A copy of the rows within bounds. */
  static Resend within(UUID run, List<RowCondition> conditions) {
    return new Resend(run, conditions, List.of());
  }

  /** The present rows of these keys, with what was captured. */
  static Resend ofKeys(UUID run, List<List<String>> keys) {
    return new Resend(run, List.of(), keys);
  }

  List<List<String>> keys() {
    return keys == null
        ? List.of()
        : JsonText.read(keys, new TypeReference<List<List<String>>>() {});
  }

  List<RowCondition> conditions() {
    return JsonText.read(conditions, new TypeReference<List<RowCondition>>() {});
  }
}
