package org.govshare.catalog.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.govshare.catalog.bulk.reading.Fault;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.identifier.BulkIdentifiers;
import org.govshare.catalog.job.JobRun;
import org.govshare.catalog.resource.CopyLine;
import org.govshare.catalog.resource.ImportedResource;

/** Writes chunks, each in one transaction together with how far the batch has come. */
final class ChunkWriter {

  private static final String COPY_TRANSITIONS =
      """
      copy resource_transition (resource_id, action, to_state, actor, department, remark, at,
          correlation) from stdin
      """;

  // What a workbook does not speak of goes on as it was.
  private static final String CARRY_OVER =
      """
      update information_resource n set office_id = p.office_id, function_id = p.function_id,
          matter_id = p.matter_id, system_id = p.system_id, contact_name = p.contact_name,
          contact_phone = p.contact_phone, contact_email = p.contact_email,
          data_updated_at = p.data_updated_at
      from information_resource p where n.id = ? and p.id = ?
      """;

  private final Connection connection;
  private final ImportStore store;
  private final Batch batch;
  private final JobRun run;
  private final Clock clock;
  private final int faultLimit;
  private final Function<ImportedResource, String> prefixOf;

  /**
   * @param connection does not commit by itself
   * @param prefixOf the digits before the slash for a resource without an identifier
   */
  ChunkWriter(
      Connection connection,
      ImportStore store,
      Batch batch,
      JobRun run,
      Clock clock,
      int faultLimit,
      Function<ImportedResource, String> prefixOf) {
    this.connection = connection;
    this.store = store;
    this.batch = batch;
    this.run = run;
    this.clock = clock;
    this.faultLimit = faultLimit;
    this.prefixOf = prefixOf;
  }

  void write(Chunk chunk) throws SQLException {
    Instant now = clock.instant();
    List<Prepared> wanted = new ArrayList<>(chunk.resources());
    List<Fault> faults = new ArrayList<>(chunk.faults());
    if (batch.target() == ImportTarget.PUBLISHED) {
      publish(wanted, faults, now);
    }
    int refused = chunk.refused() + chunk.resources().size() - wanted.size();
    int updated = (int) wanted.stream().filter(Prepared::isNextVersion).count();
    copy(wanted, now);
    carryOver(wanted);
    FaultWriter writer = new FaultWriter(connection, batch.id(), faultLimit);
    faults.forEach(writer::add);
    writer.flush();
    store.committed(
        connection,
        batch.id(),
        new CommitCounts(
            wanted.size() - updated, updated, chunk.unchanged(), refused, faults.size()),
        chunk.lastRow());
    run.fence(connection);
    connection.commit();
  }

  /** Gives identifiers to what enters the catalogue now, and takes out what cannot have its own. */
  private void publish(List<Prepared> wanted, List<Fault> faults, Instant now) throws SQLException {
    BulkIdentifiers identifiers = new BulkIdentifiers(connection, now);
    TreeMap<String, List<Prepared>> byPrefix = new TreeMap<>();
    Map<String, Prepared> brought = new LinkedHashMap<>();
    for (Prepared prepared : wanted) {
      String own = prepared.resource().proposedIdentifier();
      if (prepared.isNextVersion()) {
        continue;
      }
      if (own == null) {
        byPrefix
            .computeIfAbsent(prefixOf.apply(prepared.resource()), key -> new ArrayList<>())
            .add(prepared);
      } else {
        byPrefix.computeIfAbsent(own.substring(0, 16), key -> new ArrayList<>());
        brought.put(own, prepared);
      }
    }
    Map<String, Integer> last = identifiers.lock(byPrefix);
    wanted.removeAll(keep(identifiers, brought, faults, now));
    Map<UUID, String> allotted = new LinkedHashMap<>();
    for (Map.Entry<String, List<Prepared>> of : byPrefix.entrySet()) {
      if (!of.getValue().isEmpty()) {
        String prefix = of.getKey();
        Iterator<String> free =
            identifiers.free(prefix, last.get(prefix), of.getValue().size()).iterator();
        of.getValue()
            .forEach(prepared -> allotted.put(prepared.resource().seriesId(), free.next()));
      }
    }
    identifiers.allot(allotted);
    wanted.stream()
        .filter(prepared -> allotted.containsKey(prepared.resource().seriesId()))
        .forEach(prepared -> publish(prepared, allotted.get(prepared.resource().seriesId()), now));
  }

  private static void publish(Prepared prepared, String identifier, Instant now) {
    Instant publishedAt = prepared.publishedAt() == null ? now : prepared.publishedAt();
    prepared.resource().publishAs(identifier, publishedAt, now);
  }

  private Set<Prepared> keep(
      BulkIdentifiers identifiers, Map<String, Prepared> brought, List<Fault> faults, Instant now)
      throws SQLException {
    Map<String, String> departments = new HashMap<>();
    Map<UUID, String> kept = new LinkedHashMap<>();
    brought.forEach(
        (identifier, prepared) -> {
          // A series that was removed and comes back has its identifier still.
          if (prepared.continued() == null) {
            departments.put(identifier, prepared.resource().departmentCode());
          }
        });
    Set<Prepared> taken = new HashSet<>();
    for (String refused : identifiers.refused(departments)) {
      Prepared prepared = brought.remove(refused);
      if (prepared != null) {
        taken.add(prepared);
        faults.add(
            new Fault(
                prepared.row(),
                TemplateColumn.CODE,
                "code-taken",
                List.of(refused),
                refused,
                null,
                prepared.row()));
      }
    }
    brought.forEach(
        (identifier, prepared) -> {
          publish(prepared, identifier, now);
          if (prepared.continued() == null) {
            kept.put(prepared.resource().seriesId(), identifier);
          }
        });
    identifiers.keep(kept);
    return taken;
  }

  private void copy(List<Prepared> wanted, Instant now) throws SQLException {
    if (wanted.isEmpty()) {
      return;
    }
    StringBuilder resources = new StringBuilder();
    StringBuilder items = new StringBuilder();
    StringBuilder search = new StringBuilder();
    StringBuilder transitions = new StringBuilder();
    for (Prepared prepared : wanted) {
      prepared.resource().appendResource(resources);
      items.append(prepared.items());
      search.append(prepared.search());
      transition(transitions, prepared, now);
    }
    Copying.run(connection, ImportedResource.COPY_RESOURCES, resources);
    Copying.run(connection, ImportedResource.COPY_ITEMS, items);
    Copying.run(connection, ImportedResource.COPY_SEARCH, search);
    Copying.run(connection, COPY_TRANSITIONS, transitions);
  }

  private void transition(StringBuilder lines, Prepared prepared, Instant now) {
    boolean published = batch.target() == ImportTarget.PUBLISHED && !prepared.isNextVersion();
    new CopyLine(lines)
        .value(prepared.resource().id())
        .value(published ? "TAKE_OVER" : "IMPORT")
        .value(published ? "PUBLISHED" : "DRAFT")
        .text(batch.owner())
        .text(batch.department())
        .text(published ? batch.approval() : null)
        .value(now)
        .text(run.correlation())
        .end();
  }

  private void carryOver(List<Prepared> wanted) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CARRY_OVER)) {
      for (Prepared prepared : wanted) {
        if (prepared.isNextVersion()) {
          statement.setObject(1, prepared.resource().id());
          statement.setObject(2, prepared.continued().published());
          statement.executeUpdate();
        }
      }
    }
  }
}
