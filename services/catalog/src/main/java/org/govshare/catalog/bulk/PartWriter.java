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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.govshare.catalog.bulk.reading.Fault;
import org.govshare.catalog.bulk.reading.KnownCatalogue;
import org.govshare.catalog.bulk.reading.KnownResource;
import org.govshare.catalog.bulk.reading.Taken;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.identifier.BulkIdentifiers;
import org.govshare.catalog.job.JobRun;
import org.govshare.catalog.resource.CopyLine;
import org.govshare.catalog.resource.ImportedResource;
import org.postgresql.PGConnection;

/**
 * Writes parts, each in one transaction together with what the batch is done with. What the
 * catalogue says already is left out; what it says differently becomes the draft of a new version.
 */
final class PartWriter {

  private static final String COPY_TRANSITIONS =
      """
      copy resource_transition (resource_id, action, to_state, actor, department, remark, at,
          correlation) from stdin
      """;

  private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

  private final Connection connection;
  private final ImportStore store;
  private final Batch batch;
  private final KnownCatalogue catalogue;
  private final Set<String> participants;
  private final JobRun run;
  private final Clock clock;
  private final int faultLimit;
  private final Function<ImportedResource, String> prefixOf;

  /**
   * @param connection does not commit by itself
   * @param catalogue what it holds now, not what it held when the workbook was checked
   * @param participants departments in the batch's campaign
   * @param prefixOf the digits before the slash for a resource without an identifier
   */
  PartWriter(
      Connection connection,
      ImportStore store,
      Batch batch,
      KnownCatalogue catalogue,
      Set<String> participants,
      JobRun run,
      Clock clock,
      int faultLimit,
      Function<ImportedResource, String> prefixOf) {
    this.connection = connection;
    this.store = store;
    this.batch = batch;
    this.catalogue = catalogue;
    this.participants = participants;
    this.run = run;
    this.clock = clock;
    this.faultLimit = faultLimit;
    this.prefixOf = prefixOf;
  }

  /** Writes the resources that are still to be imported, and says how many these were. */
  int write(List<StagedResource> part) throws SQLException {
    List<StagedResource> left =
        part.stream().filter(resource -> batch.wants(resource.row())).toList();
    if (left.isEmpty()) {
      return 0;
    }
    Instant now = clock.instant();
    List<Fault> faults = new ArrayList<>();
    List<StagedResource> free = left.stream().filter(resource -> isFree(resource, faults)).toList();
    List<Prepared> wanted = new ArrayList<>(free.size());
    for (StagedResource resource : free) {
      prepare(resource).ifPresent(wanted::add);
    }
    int unchanged = free.size() - wanted.size();
    if (batch.target() == ImportTarget.PUBLISHED) {
      publish(wanted, faults, now);
    }
    int refused = left.size() - unchanged - wanted.size();
    int updated = (int) wanted.stream().filter(Prepared::isNextVersion).count();
    copy(wanted, now);
    Continuation.carryOver(connection, wanted);
    FaultWriter writer = new FaultWriter(connection, batch.id(), faultLimit);
    faults.forEach(writer::add);
    writer.flush();
    store.committed(
        connection,
        batch.id(),
        new CommitCounts(wanted.size() - updated, updated, unchanged, refused, faults.size()),
        left.stream().map(StagedResource::row).toList());
    run.fence(connection);
    connection.commit();
    return left.size();
  }

  /** What the check could not find: the catalogue has changed since. */
  private boolean isFree(StagedResource staged, List<Fault> faults) {
    ImportedResource resource = staged.resource();
    int before = faults.size();
    catalogue
        .nameIsFree(resource.departmentCode(), resource.name(), resource.proposedIdentifier())
        .ifPresent(taken -> faults.add(fault(staged, taken)));
    catalogue
        .codeIsFree(resource.departmentCode(), resource.proposedIdentifier())
        .ifPresent(taken -> faults.add(fault(staged, taken)));
    if (batch.campaign() != null && !participants.contains(resource.departmentCode())) {
      faults.add(
          new Fault(
              staged.row(),
              TemplateColumn.PROVIDER,
              "not-a-participant",
              List.of(batch.campaign().toString()),
              resource.departmentCode(),
              null,
              staged.row()));
    }
    return faults.size() == before;
  }

  private static Fault fault(StagedResource staged, Taken taken) {
    boolean code = taken.column() == TemplateColumn.CODE;
    return new Fault(
        code ? staged.codeRow() : staged.nameRow(),
        taken.column(),
        taken.reason(),
        taken.arguments(),
        code ? staged.resource().proposedIdentifier() : staged.resource().name(),
        null,
        staged.row());
  }

  private Optional<Prepared> prepare(StagedResource staged) throws SQLException {
    KnownResource known = catalogue.identified(staged.resource().proposedIdentifier()).orElse(null);
    if (known == null || known.published() == null) {
      return Optional.of(new Prepared(staged, known, 1));
    }
    return staged.resource().text().equals(stored(staged.resource(), known))
        ? Optional.empty()
        : Optional.of(new Prepared(staged, known, nextVersion(known)));
  }

  private String stored(ImportedResource resource, KnownResource known) throws SQLException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (String statement : resource.storedContent(known.published())) {
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
        of.getValue().forEach(prepared -> allotted.put(prepared.series(), free.next()));
      }
    }
    identifiers.allot(allotted);
    wanted.stream()
        .filter(prepared -> allotted.containsKey(prepared.series()))
        .forEach(prepared -> publish(prepared, allotted.get(prepared.series()), now));
  }

  private static void publish(Prepared prepared, String identifier, Instant now) {
    LocalDate day = prepared.staged().publishedOn();
    prepared.publishAs(identifier, day == null ? now : day.atStartOfDay(PROVINCE).toInstant());
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
                prepared.staged().codeRow(),
                TemplateColumn.CODE,
                "code-taken",
                List.of(refused),
                refused,
                null,
                prepared.staged().row()));
      }
    }
    brought.forEach(
        (identifier, prepared) -> {
          publish(prepared, identifier, now);
          if (prepared.continued() == null) {
            kept.put(prepared.series(), identifier);
          }
        });
    identifiers.keep(kept);
    return taken;
  }

  private void copy(List<Prepared> wanted, Instant now) throws SQLException {
    if (wanted.isEmpty()) {
      return;
    }
    ByteArrayOutputStream resources = new ByteArrayOutputStream();
    StringBuilder transitions = new StringBuilder();
    for (Prepared prepared : wanted) {
      prepared.resource().appendTo(resources, prepared.entry(batch, now));
      transition(transitions, prepared, now);
    }
    Copying.run(connection, ImportedResource.COPY_RESOURCES, List.of(resources.toByteArray()));
    Copying.run(
        connection,
        ImportedResource.COPY_ITEMS,
        wanted.stream().map(prepared -> prepared.resource().items()).toList());
    Copying.run(
        connection,
        ImportedResource.COPY_SEARCH,
        wanted.stream().map(prepared -> prepared.resource().search()).toList());
    Copying.run(connection, COPY_TRANSITIONS, transitions);
  }

  private void transition(StringBuilder lines, Prepared prepared, Instant now) {
    boolean published = prepared.isPublished();
    new CopyLine(lines)
        .value(prepared.resource().id())
        .value(published ? "TAKE_OVER" : "IMPORT")
        .value(published ? "PUBLISHED" : "DRAFT")
        .text(published ? run.owner() : batch.owner())
        .text(published ? run.department().orElse(null) : batch.department())
        .text(published ? batch.approval() : null)
        .value(now)
        .text(run.correlation())
        .end();
  }
}
