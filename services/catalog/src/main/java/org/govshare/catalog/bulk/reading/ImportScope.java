package org.govshare.catalog.bulk.reading;

/** What whoever imports may bring in. */
public interface ImportScope {

  /** Whether resources of a department may be imported. */
  boolean allows(String department);
}
