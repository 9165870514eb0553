package org.govshare.exchange.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.protocol.control.TrialPlan;
import org.govshare.protocol.crypto.SealedText;

/**
 * A trial.
 *
 * @param id its identifier; the context of the sealed rows
 * @param serviceId its service
 * @param state how far it is
 * @param source the source's plan, absent before it came
 * @param target the target's plan, absent before it came; the first one's if there are several
 * @param targets every target by itself, if there are several; absent otherwise
 * @param columns columns of the rows, as the target names them
 * @param rows the first rows, sealed for who asked; shown to nobody else
 * @param reason why it failed
 * @param requestedBy who asked
 * @param requestedAt when
 * @param endedAt when the last answer came
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Trial")
public record TrialView(
    UUID id,
    UUID serviceId,
    TrialState state,
    TrialPlan source,
    TrialPlan target,
    List<Target> targets,
    List<String> columns,
    SealedText rows,
    String reason,
    String requestedBy,
    Instant requestedAt,
    Instant endedAt) {

  /**
   * What one of several targets says.
   *
   * @param number which target of the service it is, from 1
   * @param node code of its node
   * @param dataSource code of that node's data source
   * @param schema schema of the table it writes
   * @param table name of the table
   * @param plan its plan, absent before it came
   * @param reason why it could not
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TrialTarget")
  public record Target(
      int number,
      String node,
      String dataSource,
      String schema,
      String table,
      TrialPlan plan,
      String reason) {

    static Target of(int number, ServiceDraft.Target place, TrialPlan plan, String reason) {
      return new Target(
          number, place.node(), place.dataSource(), place.schema(), place.table(), plan, reason);
    }
  }
}
