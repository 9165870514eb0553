package org.govshare.exchange.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.protocol.control.TrialPlan;
import org.govshare.protocol.crypto.SealedText;

/**
 * A trial.
 *
 * @param id its identifier; the context of the sealed rows
 * @param serviceId its service
 * @param state how far it is
 * @param source the source's plan, absent before it came
 * @param target the target's plan, absent before it came
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
    List<String> columns,
    SealedText rows,
    String reason,
    String requestedBy,
    Instant requestedAt,
    Instant endedAt) {}
