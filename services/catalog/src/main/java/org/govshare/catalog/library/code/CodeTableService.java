package org.govshare.catalog.library.code;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.library.Citations;
import org.govshare.catalog.library.EntryKind;
import org.govshare.catalog.library.EntryQuery;
import org.govshare.catalog.library.Validity;
import org.govshare.catalog.library.document.DocumentKind;
import org.govshare.catalog.library.document.DocumentRepository;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Keeps code tables. Everybody reads them; the publisher writes them. */
@Singleton
class CodeTableService {

  private final CodeTableRepository tables;
  private final CodeRepository versions;
  private final DocumentRepository documents;
  private final Citations citations;
  private final Changes changes;
  private final Clock clock;

  CodeTableService(
      CodeTableRepository tables,
      CodeRepository versions,
      DocumentRepository documents,
      Citations citations,
      Changes changes,
      Clock clock) {
    this.tables = tables;
    this.versions = versions;
    this.documents = documents;
    this.citations = citations;
    this.changes = changes;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<CodeTableView>> page(EntryQuery query, PageRequest page) {
    return tables.page(query, page).map(found -> found.map(this::view));
  }

  @WithSession
  Uni<CodeTableView> read(UUID id) {
    return tables.existing(id).map(this::view);
  }

  @WithTransaction
  Uni<CodeTableView> create(Caller caller, CodeTableInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return consistent(null, input)
        .map(ignored -> new CodeTable(input))
        .chain(tables::persistAndFlush)
        .map(this::view)
        .call(view -> record(caller, null, view));
  }

  @WithTransaction
  Uni<CodeTableView> change(
      Caller caller, UUID id, ExpectedVersion expected, CodeTableInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return tables
        .locked(id)
        .invoke(table -> expected.check(table.revision()))
        .call(() -> consistent(id, input))
        .chain(table -> write(caller, table, input));
  }

  @WithTransaction
  Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
    caller.requireRole(CATALOG_PUBLISHER);
    return tables
        .locked(id)
        .invoke(table -> expected.check(table.revision()))
        .call(() -> citations.none(EntryKind.CODE_TABLE, id))
        .call(table -> record(caller, view(table), null))
        .chain(tables::delete);
  }

  @WithSession
  Uni<Page<VersionView>> versions(UUID id, PageRequest page) {
    return tables
        .existing(id)
        .chain(() -> versions.of(id, page))
        .map(found -> found.map(CodeTableVersion::view));
  }

  /** Adds a version; the one before it ends the day before. Versions are added one at a time. */
  @WithTransaction
  Uni<VersionView> add(Caller caller, UUID id, VersionInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return tables
        .locked(id)
        .chain(() -> versions.latest(id))
        .chain(latest -> add(caller, id, latest, input));
  }

  private Uni<VersionView> add(
      Caller caller, UUID id, CodeTableVersion latest, VersionInput input) {
    int number = latest == null ? 1 : latest.number() + 1;
    CodeTableVersion version =
        new CodeTableVersion(id, number, input, caller.name(), clock.instant());
    if (latest != null) {
      if (!input.validFrom().isAfter(latest.validFrom())) {
        throw new InvalidInput("validFrom", "not-after-latest-version", latest.validFrom());
      }
      latest.endBefore(version);
    }
    return versions
        .persistAndFlush(version)
        .chain(() -> versions.add(version.id(), input.codes()))
        .replaceWith(version::view);
  }

  /**
   * Codes of one version.
   *
   * @param number which version, the one valid today if absent
   */
  @WithSession
  Uni<Page<CodeInput>> codes(UUID id, Integer number, String query, PageRequest page) {
    LocalDate today = Validity.today(clock);
    Uni<CodeTableVersion> version =
        number == null ? versions.validOn(id, today) : versions.numbered(id, number);
    return version.chain(found -> versions.codes(found.id(), query, page));
  }

  private Uni<Void> consistent(UUID id, CodeTableInput input) {
    return tables
        .identified(input.identifier().strip())
        .invoke(
            other -> {
              if (other != null && !Objects.equals(other.id(), id)) {
                throw new InvalidInput("identifier", "duplicate", input.identifier());
              }
            })
        .chain(() -> documents.check("standardId", input.standardId(), DocumentKind.STANDARD));
  }

  private Uni<CodeTableView> write(Caller caller, CodeTable table, CodeTableInput input) {
    CodeTableView before = view(table);
    table.write(input);
    return tables.flush().map(ignored -> view(table)).call(after -> record(caller, before, after));
  }

  private Uni<Void> record(Caller caller, CodeTableView before, CodeTableView after) {
    UUID id = before == null ? after.id() : before.id();
    return changes.record("code-table", id.toString(), before, after, caller);
  }

  private CodeTableView view(CodeTable table) {
    return table.view(Validity.today(clock));
  }
}
