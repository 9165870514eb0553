package org.govshare.exchange.trial;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.order.Orders;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
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
  private final TrialTargetRepository targets;
  private final ServiceRegistry services;
  private final GrantService grants;
  private final Orders orders;
  private final Announcements announcements;
  private final Clock clock;

  TrialService(
      TrialRepository trials,
      TrialTargetRepository targets,
      ServiceRegistry services,
      GrantService grants,
      Orders orders,
      Announcements announcements,
      Clock clock) {
    this.trials = trials;
    this.targets = targets;
    this.services = services;
    this.grants = grants;
    this.orders = orders;
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
                    .active(service.grantId())
                    .chain(
                        grant -> {
                          Design design = service.design().within(grant.rowConditions());
                          return ask(caller, service, design, order);
                        }));
  }

  private static void requireOwner(Caller caller, ServiceView service) {
    caller.requireRole(
        Roles.NODE_OPERATOR, Roles.CATALOG_EDITOR, Roles.DEPARTMENT_REVIEWER, Roles.REQUESTER);
    caller.requireDepartment(service.sourceDepartment());
  }

  private Uni<TrialView> ask(Caller caller, ServiceView service, Design design, TrialOrder order) {
    Trial trial =
        new Trial(service.id(), design, order.readerKey(), caller.name(), clock.instant());
    List<ServiceDraft.Target> places = design.allTargets();
    List<TrialTarget> others =
        IntStream.range(1, places.size())
            .mapToObj(i -> new TrialTarget(trial.id(), i + 1, places.get(i)))
            .toList();
    return trials
        .forget(clock.instant().minus(KEPT))
        .chain(() -> trials.persistAndFlush(trial))
        .chain(() -> others.isEmpty() ? nothing() : targets.persist(others))
        .chain(
            () ->
                orders.underGrant(service, commands(trial.id(), design, others, order.readerKey())))
        .chain(announcements::append)
        .replaceWith(() -> trial.view(caller.name(), design.target(), others, clock.instant()));
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private static List<Announcement> commands(
      UUID id, Design design, List<TrialTarget> others, String readerKey) {
    List<MappedColumn> columns = design.mapping().stream().map(Design.Column::mapped).toList();
    List<Announcement> told = new ArrayList<>();
    told.add(
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
                readerKey)));
    told.add(toTarget(id, design.target(), columns));
    others.forEach(it -> told.add(toTarget(it.id(), it.place(), columns)));
    return told;
  }

  private static Announcement toTarget(
      UUID id, ServiceDraft.Target place, List<MappedColumn> columns) {
    return Announcement.toNode(
        place.node(),
        new TryRun(
            id,
            Side.TARGET,
            place.dataSource(),
            place.schema(),
            place.table(),
            columns,
            place.keyColumns(),
            List.of(),
            null));
  }

  @WithSession
  Uni<TrialView> get(Caller caller, UUID serviceId, UUID id) {
    Scope scope = Scope.of(caller);
    return services
        .existing(serviceId)
        .invoke(service -> scope.require(service.sourceDepartment(), service.targetDepartment()))
        .chain(
            service ->
                trials
                    .findById(id)
                    .invoke(
                        trial -> {
                          if (trial == null || !trial.serviceId().equals(serviceId)) {
                            throw new NotFound("trial-not-found", id);
                          }
                        })
                    .chain(
                        trial ->
                            targets
                                .of(id)
                                .map(
                                    others ->
                                        trial.view(
                                            caller.name(),
                                            service.target(),
                                            others,
                                            clock.instant()))));
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
            asked -> {
              if (asked == null) {
                return;
              }
              if (asked.target() == null) {
                asked.trial().answered(answer, asked.others(), clock.instant());
              } else {
                asked.target().answered(answer.plan());
                asked.trial().follow(asked.others(), clock.instant());
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
            asked -> {
              if (asked == null) {
                return;
              }
              if (asked.target() != null) {
                asked.target().failed(Trial.words(answer.reason(), answer.detail()));
              }
              asked
                  .trial()
                  .failed(answer.side(), answer.reason(), answer.detail(), clock.instant());
            })
        .replaceWithVoid();
  }

  /**
   * Who was asked.
   *
   * @param trial the trial, locked
   * @param target the further target that answers, null for the source and the first target
   * @param others all further targets
   */
  private record Asked(Trial trial, TrialTarget target, List<TrialTarget> others) {}

  private Uni<Asked> asked(String node, UUID id, Side side) {
    if (id == null || side == null) {
      throw new IllegalArgumentException("an answer does not say to what");
    }
    return targets
        .findById(id)
        .chain(
            target ->
                trials
                    .locked(target == null ? id : target.trialId())
                    .call(trial -> requireAsked(trial, target, node, side))
                    .chain(
                        trial ->
                            trial == null
                                ? Uni.createFrom().nullItem()
                                : targets
                                    .of(trial.id())
                                    .map(others -> new Asked(trial, target, others))));
  }

  private Uni<Void> requireAsked(Trial trial, TrialTarget target, String node, Side side) {
    if (trial == null) {
      return Uni.createFrom().voidItem();
    }
    Uni<String> due =
        target != null
            ? Uni.createFrom().item(side == Side.TARGET ? target.place().node() : "")
            : services
                .existing(trial.serviceId())
                .map(it -> side == Side.SOURCE ? it.source().node() : it.target().node());
    return due.invoke(
            it -> {
              if (!it.equals(node)) {
                throw new IllegalArgumentException(
                    node + " is not the " + side + " of trial " + trial.id());
              }
            })
        .replaceWithVoid();
  }
}
