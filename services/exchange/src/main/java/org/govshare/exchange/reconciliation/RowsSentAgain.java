package org.govshare.exchange.reconciliation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * Rows that differ are sent again.
 *
 * @param runId the run that does it
 * @param rows how many rows it was told to send
 */
@RegisterForReflection
public record RowsSentAgain(UUID runId, int rows) {}
