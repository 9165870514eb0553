package org.govshare.monitoring.domain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.monitoring.telemetry.Traffic;

/**
 * A domain with its figures.
 *
 * @param code its code
 * @param name its name
 * @param processes business processes (业务流程) that its services belong to
 * @param deployedServices services there are
 * @param runningServices of them, those not stopped
 * @param health judged by its services
 */
@RegisterForReflection
record DomainView(
    String code,
    String name,
    long processes,
    long deployedServices,
    long runningServices,
    long sentMessages,
    long receivedMessages,
    long sentRows,
    long receivedRows,
    long sentBytes,
    long receivedBytes,
    DomainHealth health) {

  static DomainView of(
      String code, String name, long processes, long deployed, long running, Traffic traffic) {
    return new DomainView(
        code,
        name,
        processes,
        deployed,
        running,
        traffic.sentMessages(),
        traffic.receivedMessages(),
        traffic.sentRows(),
        traffic.receivedRows(),
        traffic.sentBytes(),
        traffic.receivedBytes(),
        DomainHealth.of(deployed, running));
  }
}
