package org.govshare.catalog.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.govshare.catalog.bulk.reading.Fault;
import org.govshare.catalog.bulk.reading.Faults;
import org.govshare.catalog.bulk.reading.KnownCatalogue;
import org.govshare.catalog.bulk.reading.KnownResource;
import org.govshare.catalog.bulk.reading.ReadResource;
import org.govshare.catalog.resource.ImportedResource;
import org.postgresql.PGConnection;

/**
 * Makes lines of what is read and gathers them in chunks. What the catalogue says already is left
 * out; what it says differently becomes the draft of a new version.
 */
final class ChunkMaker implements Consumer<ReadResource>, Faults {

  private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

  private final Connection connection;
  private final Batch batch;
  private final KnownCatalogue catalogue;
  private final Clock clock;
  private final int limit;
  private final Consumer<Chunk> next;
  private List<Prepared> resources = new ArrayList<>();
  private List<Fault> faults = new ArrayList<>();
  private int unchanged;
  private int refused;
  private int lastRow;
  private int gathered;

  /**
   * @param connection reads what the catalogue holds
   * @param limit resources in a chunk
   */
  ChunkMaker(
      Connection connection,
      Batch batch,
      KnownCatalogue catalogue,
      Clock clock,
      int limit,
      Consumer<Chunk> next) {
    this.connection = connection;
    this.batch = batch;
    this.catalogue = catalogue;
    this.clock = clock;
    this.limit = limit;
    this.next = next;
  }

  /** Keeps a fault that the check has not found: the catalogue has changed since. */
  @Override
  public void add(Fault fault) {
    if (fault.resourceRow() > batch.committedRow()
        && !batch.faultyRows().contains(fault.resourceRow())) {
      faults.add(fault);
    }
  }

  @Override
  public void accept(ReadResource read) {
    if (read.row() <= batch.committedRow()) {
      return;
    }
    lastRow = read.lastRow();
    gathered++;
    if (!read.good()) {
      refused += batch.faultyRows().contains(read.row()) ? 0 : 1;
    } else if (!batch.faultyRows().contains(read.row())) {
      try {
        prepare(read);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    if (gathered >= limit) {
      end();
    }
  }

  private void prepare(ReadResource read) throws SQLException {
    ImportedResource resource =
        new ImportedResource(
            read.department(), batch.owner(), read.input(), batch.id(), clock.instant());
    KnownResource known = catalogue.identified(read.input().proposedIdentifier()).orElse(null);
    if (known != null && known.published() != null) {
      if (resource.content().equals(stored(known))) {
        unchanged++;
        return;
      }
      resource.continues(known.series(), nextVersion(known));
    } else if (known != null) {
      resource.continues(known.series(), 1);
    }
    resources.add(
        new Prepared(
            read.row(),
            resource,
            resource.itemLines(),
            resource.searchLine(),
            known,
            instant(read.publishedOn())));
  }

  private static Instant instant(LocalDate day) {
    return day == null ? null : day.atStartOfDay(PROVINCE).toInstant();
  }

  private String stored(KnownResource known) throws SQLException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (String statement : ImportedResource.storedContent(known.published())) {
      try {
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement, content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return content.toString(StandardCharsets.UTF_8);
  }

  private int nextVersion(KnownResource known) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select max(version) + 1 from information_resource where series_id = ?")) {
      statement.setObject(1, known.series());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** Hands over what has been gathered. */
  void end() {
    if (gathered == 0) {
      return;
    }
    next.accept(new Chunk(resources, unchanged, refused, faults, lastRow));
    resources = new ArrayList<>();
    faults = new ArrayList<>();
    unchanged = 0;
    refused = 0;
    gathered = 0;
  }
}
