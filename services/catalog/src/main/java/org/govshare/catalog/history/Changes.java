package org.govshare.catalog.history;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.govshare.platform.correlation.Correlation;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** The history of everything that is not a resource: written with each change, read by page. */
@Singleton
public class Changes {

  private final ChangeRepository changes;
  private final ObjectMapper json;
  private final Clock clock;

  Changes(ChangeRepository changes, ObjectMapper json, Clock clock) {
    this.changes = changes;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Writes down a change of something that belongs to the province, in the caller's transaction.
   * Only the publisher of the catalogue sees it later.
   *
   * @param kind what kind of object it is, a stable word in lower case
   * @param id its code or identity
   * @param before how it was shown before, {@code null} if it is new
   * @param after how it is shown now, {@code null} if it is gone
   */
  public Uni<Void> record(String kind, String id, Object before, Object after, Caller caller) {
    return recordOf(null, kind, id, before, after, caller);
  }

  /**
   * The same for an object of a department, whose editors and reviewers see it too. A change that
   * changes nothing leaves no record.
   *
   * @param department code of the department whose object it is, or {@code null}
   */
  public Uni<Void> recordOf(
      String department, String kind, String id, Object before, Object after, Caller caller) {
    if (Objects.equals(before, after)) {
      return Uni.createFrom().voidItem();
    }
    ChangeRecord change =
        new ChangeRecord(
            kind,
            id,
            department,
            written(before),
            written(after),
            caller.name(),
            caller.department().orElse(null),
            clock.instant(),
            Correlation.current());
    return changes.persist(change).replaceWithVoid();
  }

  @WithSession
  Uni<Page<ChangeView>> page(Caller caller, String kind, String objectId, PageRequest page) {
    return changes
        .page(confinedTo(caller), kind, objectId, page)
        .map(found -> found.map(this::view));
  }

  private static Optional<String> confinedTo(Caller caller) {
    if (caller.hasRole(CATALOG_PUBLISHER)) {
      return Optional.empty();
    }
    caller.requireRole(CATALOG_PUBLISHER, CATALOG_EDITOR, DEPARTMENT_REVIEWER);
    return Optional.of(caller.requireAnyDepartment());
  }

  private ChangeView view(ChangeRecord change) {
    JsonNode before = read(change.before());
    JsonNode after = read(change.after());
    return new ChangeView(
        change.id(),
        change.kind(),
        change.objectId(),
        change.departmentCode(),
        change.action(),
        differing(before, after),
        before,
        after,
        change.actor(),
        change.actorDepartment(),
        change.at());
  }

  private static List<String> differing(JsonNode before, JsonNode after) {
    if (before == null || after == null) {
      return List.of();
    }
    Set<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    List<String> differing = new ArrayList<>(names);
    differing.removeIf(
        name -> name.equals("revision") || Objects.equals(before.get(name), after.get(name)));
    return differing;
  }

  private String written(Object value) {
    try {
      return value == null ? null : json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode read(String text) {
    try {
      return text == null ? null : json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
