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

  /** For the persistence provider. */
  protected Resend() {}

  Resend(UUID runId, List<RowCondition> conditions) {
    this.runId = runId;
    this.conditions = JsonText.write(conditions);
  }

  List<RowCondition> conditions() {
    return JsonText.read(conditions, new TypeReference<List<RowCondition>>() {});
  }
}
