package org.govshare.exchange.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.protocol.crypto.SealedText;

/**
 * Parked rows for one reader.
 *
 * @param id its identifier; the context of the sealed rows
 * @param rows the oldest rows that wait, sealed for who asked; shown to nobody else
 * @param reason code of why the node does not show them
 * @param requestedBy who asked
 * @param requestedAt when
 * @param endedAt when the node answered, absent before
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParkedShowingView(
    UUID id,
    SealedText rows,
    String reason,
    String requestedBy,
    Instant requestedAt,
    Instant endedAt) {}
