package org.govshare.catalog.bulk;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.bulk.reading.ImportScope;

/**
 * A batch as its jobs see it.
 *
 * @param everywhere whether resources of all departments may be in it
 * @param committedRow everything up to this row has been imported
 * @param faultyRows first rows of the resources that cannot be imported
 */
record Batch(
    UUID id,
    String owner,
    String department,
    boolean everywhere,
    ImportTarget target,
    String approval,
    int resources,
    long faults,
    int committedRow,
    Set<Integer> faultyRows) {

  static Set<Integer> rows(Integer[] rows) {
    return new HashSet<>(Arrays.asList(rows));
  }

  ImportScope scope() {
    return code -> everywhere || code.equals(department);
  }

  /** The department whose names matter, {@code null} for all. */
  String confinedTo() {
    return everywhere ? null : department;
  }
}
