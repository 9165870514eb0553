package org.govshare.monitoring.domain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;

/** A domain was made or renamed. */
@RegisterForReflection
record DomainChanged(String domain, String name) {

  DomainChanged {
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(name, "name");
  }
}
