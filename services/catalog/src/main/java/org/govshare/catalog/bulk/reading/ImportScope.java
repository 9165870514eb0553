package org.govshare.catalog.bulk.reading;

import java.util.Optional;

/** What whoever imports may bring in. */
public interface ImportScope {

  /** Whether resources of a department may be imported. */
  boolean allows(String department);

  /** Why an identifier cannot be used, as a reason's key; empty if the scheme has it. */
  Optional<String> refusalOf(String identifier, ReadResource resource);
}
