package org.govshare.catalog.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.library.link.Cited;
import org.govshare.catalog.library.link.LibraryLinks;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/** What can be asked for, and until when. */
@Singleton
class RequestRules {

  private final ResourceRepository resources;
  private final RequestRepository requests;
  private final ItemRepository items;
  private final LibraryLinks library;
  private final RequestConfig config;
  private final Clock clock;

  RequestRules(
      ResourceRepository resources,
      RequestRepository requests,
      ItemRepository items,
      LibraryLinks library,
      RequestConfig config,
      Clock clock) {
    this.resources = resources;
    this.requests = requests;
    this.items = items;
    this.library = library;
    this.config = config;
    this.clock = clock;
  }

  /** Today, where the province is. */
  LocalDate today() {
    return WorkingDays.dayOf(clock.instant());
  }

  /** The last day until which anything can be asked for. */
  LocalDate lastDay() {
    return today().plusYears(config.yearsLimit());
  }

  /** Refuses an end that lies further ahead than anything can be asked for. */
  void notTooFar(LocalDate validUntil) {
    if (validUntil.isAfter(lastDay())) {
      throw new InvalidInput("validUntil", "too-far-ahead", lastDay());
    }
  }

  /** The first instant at which a request's time is over. */
  static Instant end(AccessRequest request) {
    return request.validUntil().plusDays(1).atStartOfDay(WorkingDays.ZONE).toInstant();
  }

  /** Refuses a step on a request whose time is over. */
  void requireTime(AccessRequest request) {
    if (!clock.instant().isBefore(end(request))) {
      throw new Conflict("request-expired", request.validUntil());
    }
  }

  /** The resource asked for, if the caller's department may ask for these items of it. */
  Uni<InformationResource> requestable(Caller caller, String department, RequestInput input) {
    return resources
        .findById(input.resourceId())
        .invoke(
            resource -> {
              if (resource == null || !Visibility.sees(caller, resource)) {
                throw new InvalidInput("resourceId", "unknown-resource", input.resourceId());
              }
              if (resource.departmentCode().equals(department)) {
                throw new Conflict("own-resource");
              }
              if (resource.state() != ResourceState.PUBLISHED) {
                throw new Conflict("resource-not-published", resource.state());
              }
            })
        .call(
            resource ->
                itemsOf(resource.id(), input.itemIds())
                    .invoke(asked -> methodFits(input.method(), resource, asked)))
        .call(() -> basisInForce(input));
  }

  /**
   * Refuses a method that the format does not allow, and disk and mail (介质交换) for what is shared by
   * the platform, or the other way round. Which of the platform's methods it is in the end, the two
   * departments settle.
   */
  static void methodFits(SharingMethod method, InformationResource resource, List<DataItem> asked) {
    if (method == null) {
      return;
    }
    InputChecks checks =
        new InputChecks()
            .that(
                method.fits(resource.format()),
                "method",
                "method-misfit",
                method,
                resource.format());
    asked.stream()
        .filter(item -> item.sharingMethod() != null)
        .filter(item -> method.byPlatform() != item.sharingMethod().byPlatform())
        .findFirst()
        .ifPresent(
            item ->
                checks.that(
                    false,
                    "method",
                    "method-not-offered",
                    method,
                    item.name(),
                    item.sharingMethod()));
    checks.done();
  }

  /** The same for a resource that is not at hand. */
  Uni<Void> methodFits(SharingMethod method, UUID resourceId, List<DataItem> asked) {
    return resources
        .existing(resourceId)
        .invoke(resource -> methodFits(method, resource, asked))
        .replaceWithVoid();
  }

  /**
   * Refuses a request for items that the department has asked for already and that is not decided
   * yet. The resource is locked, so of two requests at the same time one sees the other.
   *
   * @param except the request itself, or {@code null}
   */
  Uni<Void> notAskedAlready(
      String department, InformationResource resource, List<UUID> itemIds, UUID except) {
    return resources
        .locked(resource.id())
        .chain(() -> requests.undecidedFor(department, resource.seriesId(), itemIds))
        .invoke(
            open ->
                open.stream()
                    .filter(request -> !request.id().equals(except))
                    .findFirst()
                    .ifPresent(
                        request -> {
                          throw new Conflict("asked-already", request.id())
                              .with("request", request.id().toString());
                        }))
        .replaceWithVoid();
  }

  /** Refuses a legal basis that is not a policy in force. */
  Uni<Void> basisInForce(RequestInput input) {
    return library.check(List.of(new Cited("", input.legalBasisId(), null, null)));
  }

  /** Those of a resource's items that are asked for, in that order. */
  Uni<List<DataItem>> itemsOf(UUID resourceId, List<UUID> itemIds) {
    return items
        .of(resourceId)
        .map(
            all -> {
              Map<UUID, DataItem> known =
                  all.stream().collect(Collectors.toMap(DataItem::id, Function.identity()));
              InputChecks checks = new InputChecks();
              for (int i = 0; i < itemIds.size(); i++) {
                check(checks, "itemIds[" + i + "]", itemIds.get(i), known.get(itemIds.get(i)));
              }
              checks.done();
              return itemIds.stream().map(known::get).toList();
            });
  }

  private static void check(InputChecks checks, String field, UUID asked, DataItem item) {
    checks
        .that(item != null, field, "unknown-item", String.valueOf(asked))
        .that(
            item == null || item.sharingType() != SharingType.NOT_SHARED,
            field,
            "item-not-shared",
            item == null ? "" : item.name());
  }

  /**
   * Locks the resource that a request asks for. To be done before the request is locked: a
   * withdrawal takes them in this order, and two that take them crosswise wait for each other.
   */
  Uni<Void> lockResourceOf(UUID requestId) {
    return requests
        .resourceOf(requestId)
        .onItem()
        .ifNotNull()
        .transformToUni(resources::locked)
        .replaceWithVoid();
  }

  /** Locks a resource: who asks for it, and who withdraws it, wait for each other. */
  Uni<Void> lock(UUID resourceId) {
    return resources.locked(resourceId).replaceWithVoid();
  }

  /**
   * Refuses a request whose resource is gone. A later version may have taken the place of the one
   * asked for; what was asked for still exists then.
   */
  Uni<InformationResource> stillRequestable(UUID resourceId, boolean supersededWillDo) {
    return resources
        .locked(resourceId)
        .invoke(
            resource -> {
              boolean there =
                  resource.state() == ResourceState.PUBLISHED
                      || (supersededWillDo && resource.state() == ResourceState.SUPERSEDED);
              if (!there) {
                throw new Conflict("resource-not-published", resource.state());
              }
            });
  }
}
