package org.govshare.catalog.bulk.reading;

/** Where faults go as they are found. */
public interface Faults {

  /** Takes one fault. */
  void add(Fault fault);
}
