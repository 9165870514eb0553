package org.govshare.exchange.run;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.json.JsonText;

/** Which parked rows a run has sent again. Their keys are the nodes' own. */
@Entity
@Table(name = "replay")
class Replay {

  @Id private UUID runId;
  private Integer targetNumber;
  private UUID ofRun;
  private String reason;
  private String constraintName;
  private String rowNumbers;

  /** For the persistence provider. */
  protected Replay() {}

  Replay(UUID runId, ParkedChoice choice) {
    this.runId = runId;
    this.targetNumber = choice.target();
    this.ofRun = choice.ofRun();
    this.reason = choice.reason();
    this.constraintName = choice.constraint();
    this.rowNumbers = choice.rows() == null ? null : JsonText.write(choice.rows());
  }

  ParkedChoice choice() {
    return new ParkedChoice(
        targetNumber,
        ofRun,
        reason,
        constraintName,
        rowNumbers == null ? null : JsonText.read(rowNumbers, new TypeReference<List<Long>>() {}));
  }
}
