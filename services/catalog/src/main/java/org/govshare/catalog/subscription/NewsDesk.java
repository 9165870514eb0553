package org.govshare.catalog.subscription;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.category.CategoryRepository;
import org.govshare.catalog.category.CategoryView;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.finding.StandingQuery;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeLine;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.search.SearchItem;
import org.govshare.catalog.search.SearchRow;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.problem.Problem;

/** Tells subscribers what happened, at once or in their next digest, each of them once. */
@Singleton
class NewsDesk {

  private final SubscriptionRepository subscriptions;
  private final ItemRepository items;
  private final DepartmentRepository departments;
  private final CategoryRepository categories;
  private final Notices notices;
  private final Clock clock;
  private final LocalTime digestTime;

  NewsDesk(
      SubscriptionRepository subscriptions,
      ItemRepository items,
      DepartmentRepository departments,
      CategoryRepository categories,
      Notices notices,
      Clock clock,
      @ConfigProperty(name = "govshare.subscription.digest-time", defaultValue = "08:00")
          LocalTime digestTime) {
    this.subscriptions = subscriptions;
    this.items = items;
    this.departments = departments;
    this.categories = categories;
    this.notices = notices;
    this.clock = clock;
    this.digestTime = digestTime;
  }

  /**
   * Tells what happened in the caller's transaction.
   *
   * @param others who is told beside the subscribers
   */
  Uni<Void> tell(List<News> news, Recipients others) {
    return tell(news, others, true);
  }

  Uni<Boolean> hasSubscribers() {
    return subscriptions.count().map(all -> all > 0);
  }

  /**
   * Tells what happened in the caller's transaction.
   *
   * @param others who is told beside the subscribers
   * @param soon whether those who want it at once get it so; else all get it in their digest
   */
  Uni<Void> tell(List<News> news, Recipients others, boolean soon) {
    return categories
        .byCode()
        .chain(
            tree ->
                candidates(news, tree)
                    .chain(
                        found ->
                            contents(news, found)
                                .chain(
                                    contents ->
                                        tellEach(
                                            news,
                                            new Matches(found, standing(found), tree, contents),
                                            others,
                                            soon))));
  }

  private Uni<List<Subscription>> candidates(List<News> news, Map<String, CategoryView> tree) {
    return subscriptions.candidates(
        news.stream().map(one -> one.resource().seriesId().toString()).distinct().toList(),
        news.stream().map(one -> one.resource().departmentCode()).distinct().toList(),
        news.stream()
            .flatMap(one -> lineage(one.resource().categoryCode(), tree).stream())
            .distinct()
            .toList());
  }

  /** The texts in which queries look, by resource; none if there is no query. */
  private Uni<Map<UUID, String>> contents(List<News> news, List<Subscription> found) {
    if (found.stream().noneMatch(one -> one.kind() == SubscriptionKind.QUERY)) {
      return Uni.createFrom().item(Map.of());
    }
    return items
        .of(news.stream().map(one -> one.resource().id()).toList())
        .map(
            itemsOf ->
                news.stream()
                    .map(News::resource)
                    .collect(
                        Collectors.toMap(
                            InformationResource::id,
                            resource ->
                                content(
                                    resource, itemsOf.getOrDefault(resource.id(), List.of())))));
  }

  private static String content(InformationResource resource, Collection<DataItem> items) {
    return SearchRow.of(
            resource.name(),
            resource.summary(),
            resource.keywords(),
            items.stream()
                .map(item -> new SearchItem(item.name(), item.fieldName(), item.description()))
                .toList())
        .content();
  }

  private Uni<Void> tellEach(List<News> news, Matches matches, Recipients others, boolean soon) {
    return departments
        .byCode()
        .chain(
            names ->
                Multi.createFrom()
                    .iterable(news)
                    .onItem()
                    .transformToUniAndConcatenate(
                        one -> tell(one, matches.of(one.resource()), names, others, soon))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> tell(
      News one,
      List<Subscription> found,
      Map<String, DepartmentView> names,
      Recipients others,
      boolean soon) {
    Set<String> atOnce = soon ? owners(found, Delivery.IMMEDIATE) : Set.of();
    Set<String> later = new HashSet<>(owners(found, Delivery.DAILY));
    if (!soon) {
      later.addAll(owners(found, Delivery.IMMEDIATE));
    }
    later.removeAll(atOnce);
    InformationResource resource = one.resource();
    Map<String, String> arguments = new HashMap<>(one.arguments());
    arguments.put("resource", resource.name());
    arguments.put("identifier", String.valueOf(resource.identifier()));
    arguments.put("department", names.get(resource.departmentCode()).name());
    String link = "/resources/" + resource.id();
    return notices
        .tell(new Notice(one.kind(), Recipients.people(atOnce).and(others), arguments, link))
        .chain(
            () ->
                keep(
                    later,
                    resource.name(),
                    new NoticeLine(one.kind(), notices.written(arguments), link)));
  }

  private Uni<Void> keep(Set<String> owners, String name, NoticeLine told) {
    if (owners.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    ZonedDateTime now = clock.instant().atZone(WorkingDays.ZONE);
    ZonedDateTime today = now.with(digestTime);
    ZonedDateTime due = now.isBefore(today) ? today : today.plusDays(1);
    Object[] events =
        owners.stream()
            .map(owner -> new SubscriptionEvent(owner, name, told, due.toInstant()))
            .toArray();
    return Panache.getSession().chain(session -> session.persistAll(events));
  }

  private static Set<String> owners(List<Subscription> found, Delivery delivery) {
    return found.stream()
        .filter(one -> one.delivery() == delivery)
        .map(Subscription::owner)
        .collect(Collectors.toSet());
  }

  /** A category and those above it. */
  private static Set<String> lineage(String code, Map<String, CategoryView> tree) {
    Set<String> lineage = new LinkedHashSet<>();
    String next = code;
    while (next != null && lineage.add(next)) {
      next = tree.containsKey(next) ? tree.get(next).parent() : null;
    }
    return lineage;
  }

  /** The queries with filters, by their subscriptions. */
  private static Map<UUID, StandingQuery> standing(List<Subscription> found) {
    Map<UUID, StandingQuery> queries = new HashMap<>();
    for (Subscription one : found) {
      if (one.kind() == SubscriptionKind.QUERY && StandingQuery.isOne(one.target())) {
        try {
          queries.put(one.id(), StandingQuery.parse(one.target()));
        } catch (Problem unknownByNow) {
          // Nothing matches a filter that is no longer known; nobody's publication fails for it.
          continue;
        }
      }
    }
    return queries;
  }

  private record Matches(
      List<Subscription> candidates,
      Map<UUID, StandingQuery> standing,
      Map<String, CategoryView> tree,
      Map<UUID, String> contents) {

    List<Subscription> of(InformationResource resource) {
      Set<String> lineage = lineage(resource.categoryCode(), tree);
      return candidates.stream()
          .filter(
              one ->
                  switch (one.kind()) {
                    case RESOURCE -> one.target().equals(resource.seriesId().toString());
                    case DEPARTMENT -> one.target().equals(resource.departmentCode());
                    case CATEGORY -> lineage.contains(one.target());
                    case QUERY -> matches(one, resource, lineage);
                  })
          .toList();
    }

    private boolean matches(Subscription one, InformationResource resource, Set<String> lineage) {
      String content = contents.get(resource.id());
      if (StandingQuery.isOne(one.target())) {
        StandingQuery query = standing.get(one.id());
        return query != null && query.matches(resource, lineage, content);
      }
      return SearchText.words(one.target()).stream().allMatch(content::contains);
    }
  }
}
