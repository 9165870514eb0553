package org.govshare.catalog.bulk;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** What the jobs of an import are ordered with. */
@RegisterForReflection
record BatchParameters(UUID batch) {}
