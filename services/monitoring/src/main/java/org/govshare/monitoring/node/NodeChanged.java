package org.govshare.monitoring.node;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;

/** A node was registered or changed. */
@RegisterForReflection
record NodeChanged(String node, String name, String department) {

  NodeChanged {
    Objects.requireNonNull(node, "node");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(department, "department");
  }
}
