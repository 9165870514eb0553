package org.govshare.monitoring.service;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import java.util.UUID;

/**
 * An exchange service was made, changed, stopped or resumed.
 *
 * @param process business process it belongs to, or {@code null}
 */
@RegisterForReflection
record ServiceChanged(
    UUID service,
    String code,
    String name,
    String domain,
    String process,
    String sourceNode,
    String targetNode,
    String sourceDepartment,
    String targetDepartment,
    ServiceState state) {

  ServiceChanged {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(sourceNode, "sourceNode");
    Objects.requireNonNull(targetNode, "targetNode");
    Objects.requireNonNull(sourceDepartment, "sourceDepartment");
    Objects.requireNonNull(targetDepartment, "targetDepartment");
    Objects.requireNonNull(state, "state");
    process = process == null || process.isBlank() ? null : process;
  }
}
