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
import org.govshare.catalog.library.LibraryService;
import org.govshare.catalog.library.document.DocumentKind;
import org.govshare.catalog.library.document.DocumentRepository;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Keeps code tables, their versions and codes. */
@Singleton
class CodeTableService extends LibraryService<CodeTable, CodeTableInput, CodeTableView> {

  private final CodeTableRepository tables;
  private final CodeRepository versions;
  private final DocumentRepository documents;
  private final Clock clock;

  CodeTableService(
      CodeTableRepository tables,
      CodeRepository versions,
      DocumentRepository documents,
      Citations citations,
      Changes changes,
      Clock clock) {
    super(CodeTable.class, EntryKind.CODE_TABLE, citations, changes, clock);
    this.tables = tables;
    this.versions = versions;
    this.documents = documents;
    this.clock = clock;
  }

  @Override
  protected CodeTable made(CodeTableInput input) {
    return new CodeTable(input);
  }

  @Override
  protected String order() {
    return "identifier";
  }

  @WithSession
  Uni<Page<VersionView>> versions(UUID id, PageRequest page) {
    return existing(id)
        .chain(() -> versions.of(id, page))
        .map(found -> found.map(CodeTableVersion::view));
  }

  /** Adds a version; the one before it ends the day before. Versions are added one at a time. */
  @WithTransaction
  Uni<VersionView> add(Caller caller, UUID id, VersionInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return locked(id)
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
    LocalDate today = today();
    Uni<CodeTableVersion> version =
        number == null ? versions.validOn(id, today) : versions.numbered(id, number);
    return version.chain(found -> versions.codes(found.id(), query, page));
  }

  @Override
  protected Uni<Void> consistent(UUID id, CodeTableInput input) {
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
}
