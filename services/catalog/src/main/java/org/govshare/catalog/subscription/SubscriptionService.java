package org.govshare.catalog.subscription;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.category.CategoryRepository;
import org.govshare.catalog.category.CategoryView;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.finding.StandingQuery;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Each person's own subscriptions. */
@Singleton
class SubscriptionService {

  private static final int LIMIT = 200;

  private static final Set<ResourceState> ONCE_PUBLISHED =
      Set.of(ResourceState.PUBLISHED, ResourceState.SUPERSEDED, ResourceState.WITHDRAWN);

  private final SubscriptionRepository subscriptions;
  private final ResourceRepository resources;
  private final DepartmentRepository departments;
  private final CategoryRepository categories;
  private final Clock clock;

  SubscriptionService(
      SubscriptionRepository subscriptions,
      ResourceRepository resources,
      DepartmentRepository departments,
      CategoryRepository categories,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.resources = resources;
    this.departments = departments;
    this.categories = categories;
    this.clock = clock;
  }

  @WithTransaction
  Uni<SubscriptionView> subscribe(Caller caller, SubscriptionInput input) {
    String department = caller.requireAnyDepartment();
    input.check();
    return departments
        .ofCaller(department)
        .chain(() -> target(input))
        .call(target -> free(caller, input.kind(), target))
        .map(
            target ->
                new Subscription(
                    caller.name(),
                    department,
                    input.kind(),
                    target,
                    input.delivery(),
                    clock.instant()))
        .chain(subscriptions::persistAndFlush)
        .chain(this::view);
  }

  private Uni<String> target(SubscriptionInput input) {
    String text = input.target().strip();
    return switch (input.kind()) {
      case RESOURCE -> published(text).map(found -> found.seriesId().toString());
      case DEPARTMENT -> departments.named("target", text).replaceWith(text);
      case CATEGORY -> categories.named("target", text).replaceWith(text);
      case QUERY ->
          input.asksStructured()
              ? structured(text)
              : Uni.createFrom().item(String.join(" ", SearchText.queryWords(text)));
    };
  }

  /** A query with filters, if it can be read, asks for something and names what exists. */
  private Uni<String> structured(String text) {
    StandingQuery query = read(text);
    new InputChecks().that(query.says(), "target", "required").done();
    return Multi.createFrom()
        .iterable(query.departments())
        .onItem()
        .transformToUniAndConcatenate(code -> departments.named("target", code))
        .collect()
        .asList()
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(query.categories())
                    .onItem()
                    .transformToUniAndConcatenate(code -> categories.named("target", code))
                    .collect()
                    .asList())
        .replaceWith(text);
  }

  private static StandingQuery read(String text) {
    try {
      return StandingQuery.parse(text);
    } catch (InvalidInput invalid) {
      throw new InvalidInput(
          invalid.errors().stream()
              .map(error -> new FieldError("target", null, error.reason(), error.arguments()))
              .toList());
    }
  }

  private Uni<InformationResource> published(String id) {
    UUID parsed;
    try {
      parsed = UUID.fromString(id);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidInput("target", "unknown-resource", id);
    }
    return resources
        .findById(parsed)
        .invoke(
            found -> {
              if (found == null || found.state() != ResourceState.PUBLISHED) {
                throw new InvalidInput("target", "unknown-resource", id);
              }
            });
  }

  private Uni<Void> free(Caller caller, SubscriptionKind kind, String target) {
    return subscriptions
        .exists(caller.name(), kind, target)
        .invoke(
            there -> {
              if (there) {
                throw new Conflict("already-subscribed");
              }
            })
        .chain(() -> subscriptions.countOf(caller.name()))
        .invoke(
            count -> {
              if (count >= LIMIT) {
                throw new Conflict("too-many-subscriptions", LIMIT);
              }
            })
        .replaceWithVoid();
  }

  @WithSession
  Uni<Page<SubscriptionView>> list(
      Caller caller, SubscriptionKind kind, UUID resourceId, PageRequest page) {
    caller.requireAnyDepartment();
    Uni<Optional<String>> series =
        resourceId == null
            ? Uni.createFrom().item(Optional.empty())
            : resources.existing(resourceId).map(found -> Optional.of(found.seriesId().toString()));
    return series
        .chain(target -> subscriptions.page(caller, kind, target.orElse(null), page))
        .chain(this::views);
  }

  @WithTransaction
  Uni<SubscriptionView> deliver(
      Caller caller, UUID id, ExpectedVersion expected, DeliveryInput input) {
    input.check();
    return subscriptions
        .own(caller, id)
        .invoke(found -> expected.check(found.revision()))
        .invoke(found -> found.deliver(input.delivery()))
        .call(subscriptions::flush)
        .chain(this::view);
  }

  @WithTransaction
  Uni<Void> cancel(Caller caller, UUID id, ExpectedVersion expected) {
    return subscriptions
        .own(caller, id)
        .invoke(found -> expected.check(found.revision()))
        .chain(subscriptions::delete);
  }

  private Uni<SubscriptionView> view(Subscription subscription) {
    return views(new Page<>(List.of(subscription), 1, 0, 1)).map(page -> page.items().get(0));
  }

  private Uni<Page<SubscriptionView>> views(Page<Subscription> page) {
    List<UUID> series =
        page.items().stream()
            .filter(found -> found.kind() == SubscriptionKind.RESOURCE)
            .map(found -> UUID.fromString(found.target()))
            .toList();
    return departments
        .byCode()
        .chain(
            departmentNames ->
                categories
                    .byCode()
                    .chain(
                        categoryNames ->
                            latest(series)
                                .map(
                                    found ->
                                        page.map(
                                            subscription ->
                                                view(
                                                    subscription,
                                                    departmentNames,
                                                    categoryNames,
                                                    found)))));
  }

  /** The latest version that was ever published, by series. */
  private Uni<Map<String, InformationResource>> latest(List<UUID> series) {
    if (series.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return resources
        .list("seriesId in ?1 and state in ?2", series, ONCE_PUBLISHED)
        .map(
            all ->
                all.stream()
                    .collect(
                        Collectors.toMap(
                            found -> found.seriesId().toString(),
                            Function.identity(),
                            BinaryOperator.maxBy(
                                Comparator.comparingInt(InformationResource::version)))));
  }

  private static SubscriptionView view(
      Subscription subscription,
      Map<String, DepartmentView> departments,
      Map<String, CategoryView> categories,
      Map<String, InformationResource> resources) {
    String target = subscription.target();
    InformationResource resource = resources.get(target);
    String label =
        switch (subscription.kind()) {
          case RESOURCE -> resource == null ? null : resource.name();
          case DEPARTMENT ->
              departments.containsKey(target) ? departments.get(target).name() : null;
          case CATEGORY -> categories.containsKey(target) ? categories.get(target).name() : null;
          case QUERY -> target;
        };
    return new SubscriptionView(
        subscription.id(),
        subscription.kind(),
        target,
        label,
        resource == null
            ? null
            : new SubscriptionView.Resource(
                resource.id(),
                resource.identifier(),
                resource.name(),
                resource.version(),
                resource.state()),
        subscription.delivery(),
        subscription.createdAt(),
        subscription.revision());
  }
}
