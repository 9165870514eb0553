package org.govshare.monitoring.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A run was asked for, or its state changed. */
@RegisterForReflection
record RunChanged(UUID run, UUID service, RunState state, Instant at) {

  RunChanged {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
  }
}
