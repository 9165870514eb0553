package org.govshare.monitoring.service;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * An exchange service with its figures.
 *
 * @param domain code of its domain
 * @param domainName name of its domain
 * @param process business process it belongs to, or {@code null}
 * @param lastRun the run asked for last, or {@code null} if there was none
 */
@RegisterForReflection
record ServiceView(
    UUID id,
    String code,
    String name,
    String domain,
    String domainName,
    String process,
    String sourceNode,
    String targetNode,
    String sourceDepartment,
    String targetDepartment,
    ServiceState state,
    LastRun lastRun,
    long sentMessages,
    long receivedMessages,
    long sentRows,
    long receivedRows,
    long sentBytes,
    long receivedBytes) {

  /**
   * The run asked for last.
   *
   * @param state REQUESTED, RUNNING, COMPLETED, FAILED or STOPPED
   * @param changedAt since when
   */
  @RegisterForReflection
  record LastRun(UUID id, String state, Instant changedAt) {}
}
