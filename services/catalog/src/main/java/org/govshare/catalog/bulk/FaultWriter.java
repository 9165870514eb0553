package org.govshare.catalog.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.govshare.catalog.bulk.reading.Fault;
import org.govshare.catalog.bulk.reading.Faults;
import org.govshare.catalog.resource.CopyLine;

/** Keeps faults as they are found, a thousand at a time, up to a limit; all are counted. */
final class FaultWriter implements Faults {

  private static final int AT_A_TIME = 1_000;
  private static final String COPY =
      """
      copy import_fault (batch_id, row_number, template_column, reason, arguments, value,
          suggestion, resource_row) from stdin
      """;

  private final Connection connection;
  private final UUID batch;
  private final int limit;
  private final SortedSet<Integer> resourceRows = new TreeSet<>();
  private final StringBuilder lines = new StringBuilder();
  private int buffered;
  private long count;
  private boolean fatal;

  FaultWriter(Connection connection, UUID batch, int limit) {
    this.connection = connection;
    this.batch = batch;
    this.limit = limit;
  }

  @Override
  public void add(Fault fault) {
    count++;
    if (fault.resourceRow() == 0) {
      fatal = true;
    } else {
      resourceRows.add(fault.resourceRow());
    }
    if (count > limit) {
      return;
    }
    new CopyLine(lines)
        .value(batch)
        .value(fault.row())
        .value(fault.column())
        .text(fault.reason())
        .array(fault.arguments())
        .text(fault.value())
        .text(fault.suggestion())
        .value(fault.resourceRow())
        .end();
    if (++buffered >= AT_A_TIME) {
      flush();
    }
  }

  void flush() {
    if (buffered == 0) {
      return;
    }
    try {
      Copying.run(connection, COPY, lines);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    lines.setLength(0);
    buffered = 0;
  }

  /** First rows of the resources with faults, in order. */
  SortedSet<Integer> resourceRows() {
    return resourceRows;
  }

  long count() {
    return count;
  }

  /** Whether the workbook as a whole cannot be imported. */
  boolean isFatal() {
    return fatal;
  }
}
