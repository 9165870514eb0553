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
 * @param campaign what is imported belongs to it, {@code null} if to none
 * @param committedRow everything up to this row has been imported by an earlier release
 * @param faultyRows first rows of the resources that cannot be imported
 * @param staged what has been laid ready, {@code null} if nothing has
 * @param writtenRows first rows of the resources that a commit is done with
 */
record Batch(
    UUID id,
    String owner,
    String department,
    boolean everywhere,
    ImportTarget target,
    String approval,
    UUID campaign,
    int resources,
    long faults,
    int committedRow,
    Set<Integer> faultyRows,
    Staged staged,
    Set<Integer> writtenRows) {

  static Set<Integer> rows(Integer[] rows) {
    return new HashSet<>(Arrays.asList(rows));
  }

  /** Whether the resource that begins in a row is still to be imported. */
  boolean wants(int row) {
    return row > committedRow && !faultyRows.contains(row) && !writtenRows.contains(row);
  }

  ImportScope scope() {
    return code -> everywhere || code.equals(department);
  }

  /** The department whose names matter, {@code null} for all. */
  String confinedTo() {
    return everywhere ? null : department;
  }
}
