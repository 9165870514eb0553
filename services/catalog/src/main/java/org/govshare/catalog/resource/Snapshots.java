package org.govshare.catalog.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.resource.difference.Contents;

/**
 * What resources say, taken down so that it can be compared, and what drafts said before they were
 * overwritten.
 */
@Singleton
public class Snapshots {

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private static final String KEEP =
      """
      insert into draft_snapshot (resource_id, revision, contents)
      values (?1, ?2, cast(cast(?3 as text) as jsonb))
      on conflict (resource_id, revision) do nothing
      """;

  private static final String FIND =
      """
      select cast(contents as text) from draft_snapshot where resource_id = ?1 and revision = ?2
      """;

  private final ObjectMapper json;
  private final ObjectReader exact;
  private final Set<String> fields;
  private final Set<String> itemFields;

  Snapshots(ObjectMapper json) {
    this.json = json;
    this.exact = json.readerFor(FIELDS).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    // Whatever an editor can write is compared, also what is added to it later.
    this.fields = Set.copyOf(fieldsOf(ResourceInput.class));
    this.itemFields = Set.copyOf(fieldsOf(ItemInput.class));
  }

  private Set<String> fieldsOf(Class<?> input) {
    try {
      return json.convertValue(json.readValue("{}", input), FIELDS).keySet();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a resource says. */
  public Contents of(ResourceView view) {
    return of(view, view.category().code());
  }

  private Contents of(ResourceView view, String categoryCode) {
    Map<String, Object> all = new HashMap<>(json.convertValue(view, FIELDS));
    all.put("categoryCode", categoryCode);
    return Contents.of(all, fields, itemFields);
  }

  /** What a resource says, without its department's and its category's name. */
  public Contents of(InformationResource resource, List<DataItem> items) {
    return of(ResourceView.of(resource, null, null, items), resource.categoryCode());
  }

  /** Keeps what a draft says before it is overwritten. */
  Uni<Void> keep(InformationResource resource, List<DataItem> items) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(KEEP)
                    .setParameter(1, resource.id())
                    .setParameter(2, resource.revision())
                    .setParameter(3, written(of(resource, items)))
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** What a draft said at a revision, if it was kept. */
  Uni<Optional<Contents>> at(UUID resourceId, long revision) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(FIND, String.class)
                    .setParameter(1, resourceId)
                    .setParameter(2, revision)
                    .getSingleResultOrNull())
        .map(found -> Optional.ofNullable(found).map(this::read));
  }

  /** Forgets what was kept of resources that cannot be edited any more. */
  public Uni<Void> forget(Collection<UUID> resourceIds) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "delete from draft_snapshot where resource_id = any(cast(?1 as uuid[]))")
                    .setParameter(1, resourceIds.toArray(UUID[]::new))
                    .executeUpdate())
        .replaceWithVoid();
  }

  private String written(Contents contents) {
    Map<String, Object> all = new HashMap<>(contents.fields());
    all.put("items", contents.items().stream().map(Contents.Item::fields).toList());
    try {
      return json.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Contents read(String contents) {
    try {
      Map<String, Object> all = exact.readValue(contents);
      return Contents.of(all, all.keySet(), itemFields);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
