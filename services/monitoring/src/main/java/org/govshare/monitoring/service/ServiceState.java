package org.govshare.monitoring.service;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whether an exchange service may run. */
@RegisterForReflection
enum ServiceState {
  /** It may. */
  DEPLOYED,
  /** It was stopped: by an operator, or because its grant ended. */
  STOPPED
}
