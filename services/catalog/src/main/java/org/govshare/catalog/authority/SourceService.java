package org.govshare.catalog.authority;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.person.SeparatedDuties;
import org.govshare.catalog.request.Advice;
import org.govshare.catalog.request.RequestAdvice;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/** Says whose an item is by the decisions that hold, to anybody and on every request. */
@Singleton
class SourceService implements RequestAdvice {

  private final Sources sources;
  private final SynonymRepository synonyms;
  private final ItemRepository items;
  private final ResourceRepository resources;
  private final AuthorityConfig config;

  SourceService(
      Sources sources,
      SynonymRepository synonyms,
      ItemRepository items,
      ResourceRepository resources,
      AuthorityConfig config) {
    this.sources = sources;
    this.synonyms = synonyms;
    this.items = items;
    this.resources = resources;
    this.config = config;
  }

  /**
   * What is decided on these items, in the order asked.
   *
   * @throws InvalidInput if one does not exist or belongs to a resource that the caller does not
   *     see (400)
   */
  @WithSession
  Uni<List<SourceView>> of(Caller caller, List<UUID> itemIds) {
    SeparatedDuties.refuse(caller);
    new InputChecks()
        .that(!itemIds.isEmpty(), "itemIds", "required")
        .that(itemIds.size() <= config.itemLimit(), "itemIds", "too-many", config.itemLimit())
        .done();
    return items
        .list("id in ?1", itemIds)
        .chain(
            found ->
                resources
                    .list("id in ?1", found.stream().map(DataItem::resourceId).distinct().toList())
                    .chain(owners -> views(caller, itemIds, found, owners)));
  }

  private Uni<List<SourceView>> views(
      Caller caller, List<UUID> asked, List<DataItem> found, List<InformationResource> owners) {
    Map<UUID, DataItem> byId = new HashMap<>();
    found.forEach(item -> byId.put(item.id(), item));
    Map<UUID, InformationResource> seen = new HashMap<>();
    owners.stream()
        .filter(owner -> Visibility.sees(caller, owner))
        .forEach(owner -> seen.put(owner.id(), owner));
    for (UUID id : asked) {
      if (!byId.containsKey(id) || !seen.containsKey(byId.get(id).resourceId())) {
        throw new InvalidInput("itemIds", "unknown-item", id);
      }
    }
    Map<UUID, String> names = new HashMap<>();
    found.forEach(item -> names.put(item.id(), item.name()));
    return sourcesOf(found)
        .chain(
            decided ->
                sources
                    .alone(names)
                    .map(
                        alone ->
                            asked.stream()
                                .map(
                                    id -> {
                                      DataItem item = byId.get(id);
                                      return decided.containsKey(id)
                                          ? decided(
                                              item, seen.get(item.resourceId()), decided.get(id))
                                          : alone.getOrDefault(
                                              id, SourceView.unknown(id, item.name()));
                                    })
                                .toList()));
  }

  /** Sources by item, of those that have one. */
  private Uni<Map<UUID, Sources.Source>> sourcesOf(List<DataItem> asked) {
    return synonyms
        .keys(asked.stream().map(DataItem::name).toList())
        .chain(
            keys -> {
              Set<String> all = new HashSet<>();
              asked.forEach(item -> all.add(keys.of(item.name())));
              return sources
                  .of(all)
                  .map(
                      known -> {
                        Map<UUID, Sources.Source> found = new HashMap<>();
                        for (DataItem item : asked) {
                          Sources.Source source = known.get(keys.of(item.name()));
                          if (source != null) {
                            found.put(item.id(), source);
                          }
                        }
                        return found;
                      });
            });
  }

  private static SourceView decided(
      DataItem item, InformationResource resource, Sources.Source source) {
    return new SourceView(
        item.id(),
        item.name(),
        SourceView.Basis.DECIDED,
        source.department().code().equals(resource.departmentCode()),
        source.department(),
        source.resourceId(),
        source.identifier(),
        source.resourceName(),
        source.itemId(),
        source.itemName());
  }

  /** Advises who asks one department for what another one is the source of. */
  @Override
  public Uni<List<Advice>> on(InformationResource resource, List<DataItem> asked) {
    return sourcesOf(asked)
        .map(
            known -> {
              List<Advice> advice = new ArrayList<>();
              for (DataItem item : asked) {
                Sources.Source source = known.get(item.id());
                if (source != null
                    && !source.department().code().equals(resource.departmentCode())) {
                  advice.add(
                      new Advice(
                          Advice.Kind.NOT_AUTHORITATIVE,
                          item.id(),
                          item.name(),
                          source.department(),
                          source.resourceId(),
                          source.resourceName()));
                }
              }
              return advice;
            });
  }
}
