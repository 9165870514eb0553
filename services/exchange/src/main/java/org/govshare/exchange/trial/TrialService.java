package org.govshare.exchange.trial;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.NotFound;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TrialDone;
import org.govshare.protocol.control.TrialFailed;
import org.govshare.protocol.control.TryRun;

/**
 * Asks both ends how a run would go. The first rows go to people of the source's own department
 * alone, and are sealed on the way: the exchange cannot read them.
 */
@Singleton
public class TrialService {

  private static final Duration KEPT = Duration.ofHours(1);

  private final TrialRepository trials;
  private final ServiceRegistry services;
  private final GrantService grants;
  private final Announcements announcements;
  private final Clock clock;

  TrialService(
      TrialRepository trials,
      ServiceRegistry services,
      GrantService grants,
      Announcements announcements,
      Clock clock) {
    this.trials = trials;
    this.services = services;
    this.grants = grants;
    this.announcements = announcements;
    this.clock = clock;
  }

  @WithTransaction
  Uni<TrialView> ask(Caller caller, UUID serviceId, TrialOrder order) {
    order.check();
    Scope scope = Scope.of(caller);
    return services
        .existing(serviceId)
        .invoke(service -> scope.require(service.sourceDepartment(), service.targetDepartment()))
        .invoke(
            service -> {
              if (order.readerKey() != null) {
                requireOwner(caller, service);
              }
            })
        .chain(
            service ->
                grants
                    .find(service.grantId())
                    .chain(
                        grant -> {
                          if (grant == null || !grant.active()) {
                            throw new Conflict("grant-ended");
                          }
                          Design design = service.design().within(grant.rowConditions());
                          return ask(caller, serviceId, design, order);
                        }));
  }

  private static void requireOwner(Caller caller, ServiceView service) {
    caller.requireRole(
        Roles.NODE_OPERATOR, Roles.CATALOG_EDITOR, Roles.DEPARTMENT_REVIEWER, Roles.REQUESTER);
    caller.requireDepartment(service.sourceDepartment());
  }

  private Uni<TrialView> ask(Caller caller, UUID serviceId, Design design, TrialOrder order) {
    Trial trial = new Trial(serviceId, design, order.readerKey(), caller.name(), clock.instant());
    return trials
        .forget(clock.instant().minus(KEPT))
        .chain(() -> trials.persist(trial))
        .chain(() -> announcements.append(commands(trial.id(), design, order.readerKey())))
        .replaceWith(() -> trial.view(caller.name(), clock.instant()));
  }

  private static List<Announcement> commands(UUID id, Design design, String readerKey) {
    List<MappedColumn> columns = design.mapping().stream().map(Design.Column::mapped).toList();
    return List.of(
        Announcement.toNode(
            design.source().node(),
            new TryRun(
                id,
                Side.SOURCE,
                design.source().dataSource(),
                design.source().schema(),
                design.source().table(),
                columns,
                design.source().keyColumns(),
                design.filter(),
                readerKey)),
        Announcement.toNode(
            design.target().node(),
            new TryRun(
                id,
                Side.TARGET,
                design.target().dataSource(),
                design.target().schema(),
                design.target().table(),
                columns,
                design.target().keyColumns(),
                List.of(),
                null)));
  }

  @WithSession
  Uni<TrialView> get(Caller caller, UUID serviceId, UUID id) {
    Scope scope = Scope.of(caller);
    return services
        .existing(serviceId)
        .invoke(service -> scope.require(service.sourceDepartment(), service.targetDepartment()))
        .chain(() -> trials.findById(id))
        .map(
            trial -> {
              if (trial == null || !trial.serviceId().equals(serviceId)) {
                throw new NotFound("trial-not-found", id);
              }
              return trial.view(caller.name(), clock.instant());
            });
  }

  /**
   * Takes an end's answer, in the caller's transaction. One to a trial that is forgotten is too.
   *
   * @throws IllegalArgumentException if the node was not asked for it
   */
  public Uni<Void> done(String node, TrialDone answer) {
    if (answer.plan() == null) {
      throw new IllegalArgumentException("a plan is missing");
    }
    return asked(node, answer.trialId(), answer.side())
        .invoke(
            trial -> {
              if (trial != null) {
                trial.answered(answer, clock.instant());
              }
            })
        .replaceWithVoid();
  }

  /**
   * Takes an end's word that it could not, in the caller's transaction.
   *
   * @throws IllegalArgumentException if the node was not asked for it
   */
  public Uni<Void> failed(String node, TrialFailed answer) {
    return asked(node, answer.trialId(), answer.side())
        .invoke(
            trial -> {
              if (trial != null) {
                trial.failed(answer.side(), answer.reason(), answer.detail(), clock.instant());
              }
            })
        .replaceWithVoid();
  }

  private Uni<Trial> asked(String node, UUID id, Side side) {
    if (id == null || side == null) {
      throw new IllegalArgumentException("an answer does not say to what");
    }
    return trials
        .locked(id)
        .call(
            trial ->
                trial == null
                    ? Uni.createFrom().voidItem()
                    : services
                        .existing(trial.serviceId())
                        .invoke(
                            service -> {
                              String due =
                                  side == Side.SOURCE
                                      ? service.source().node()
                                      : service.target().node();
                              if (!due.equals(node)) {
                                throw new IllegalArgumentException(
                                    node + " is not the " + side + " of trial " + id);
                              }
                            }));
  }
}
