package org.govshare.exchange.parked;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.order.Orders;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.protocol.control.ParkedShown;
import org.govshare.protocol.control.ShowParked;

/**
 * Shows parked rows to people of the two departments that own them, sealed on the way: the exchange
 * cannot read them.
 */
@Singleton
public class ParkedShowings {

  private static final Duration KEPT = Duration.ofHours(1);

  private final ParkedShowingRepository showings;
  private final ServiceRegistry services;
  private final Orders orders;
  private final Announcements announcements;
  private final Clock clock;

  ParkedShowings(
      ParkedShowingRepository showings,
      ServiceRegistry services,
      Orders orders,
      Announcements announcements,
      Clock clock) {
    this.showings = showings;
    this.services = services;
    this.orders = orders;
    this.announcements = announcements;
    this.clock = clock;
  }

  @WithTransaction
  Uni<ParkedShowingView> ask(Caller caller, UUID serviceId, ShowingOrder order) {
    order.check();
    return services
        .existing(serviceId)
        .invoke(service -> requireOwner(caller, service))
        .chain(
            service -> {
              List<ServiceDraft.Target> targets = service.design().allTargets();
              int number = order.target() == null ? 1 : order.target();
              if (number < 1 || number > targets.size()) {
                throw new InvalidInput("target", "out-of-range", 1, targets.size());
              }
              ServiceDraft.Target target = targets.get(number - 1);
              ParkedShowing showing =
                  new ParkedShowing(
                      serviceId, target.node(), number, caller.name(), clock.instant());
              return showings
                  .forget(clock.instant().minus(KEPT))
                  .chain(() -> showings.persist(showing))
                  .chain(() -> orders.received(service, List.of(command(showing, target, order))))
                  .chain(announcements::append)
                  .replaceWith(() -> showing.view(caller.name()));
            });
  }

  private static Announcement command(
      ParkedShowing showing, ServiceDraft.Target target, ShowingOrder order) {
    return Announcement.toNode(
        showing.node(),
        new ShowParked(
            showing.id(),
            showing.serviceId(),
            target.dataSource(),
            target.schema(),
            target.table(),
            order.readerKey()));
  }

  @WithSession
  Uni<ParkedShowingView> get(Caller caller, UUID serviceId, UUID id) {
    return services
        .existing(serviceId)
        .invoke(service -> requireOwner(caller, service))
        .chain(() -> showings.findById(id))
        .map(
            showing -> {
              if (showing == null || !showing.serviceId().equals(serviceId)) {
                throw new NotFound("showing-not-found", id);
              }
              return showing.view(caller.name());
            });
  }

  /**
   * The number of the target whose rows a person has got to open.
   *
   * @throws Conflict if they have not (409)
   */
  Uni<Integer> opened(Caller caller, UUID serviceId, UUID id) {
    return showings
        .findById(id)
        .map(
            showing -> {
              if (showing == null || !showing.serviceId().equals(serviceId)) {
                throw new NotFound("showing-not-found", id);
              }
              if (!showing.openedBy(caller.name())) {
                throw new Conflict("rows-not-opened", id);
              }
              return showing.targetNumber();
            });
  }

  void requireOwner(Caller caller, ServiceView service) {
    caller.requireRole(
        Roles.NODE_OPERATOR, Roles.CATALOG_EDITOR, Roles.DEPARTMENT_REVIEWER, Roles.REQUESTER);
    String own = caller.requireAnyDepartment();
    if (!own.equals(service.sourceDepartment()) && !own.equals(service.targetDepartment())) {
      throw new Forbidden(
          "departments-required", service.sourceDepartment(), service.targetDepartment());
    }
  }

  /**
   * Takes a node's answer, in the caller's transaction. One that is forgotten is passed over.
   *
   * @throws IllegalArgumentException if the node was not asked for it
   */
  public Uni<Void> shown(String node, ParkedShown answer) {
    if (answer.showingId() == null) {
      throw new IllegalArgumentException("an answer does not say to what");
    }
    return showings
        .locked(answer.showingId())
        .invoke(
            showing -> {
              if (showing == null) {
                return;
              }
              if (!showing.node().equals(node)) {
                throw new IllegalArgumentException(node + " was not asked to show parked rows");
              }
              showing.answered(answer, clock.instant());
            })
        .replaceWithVoid();
  }
}
