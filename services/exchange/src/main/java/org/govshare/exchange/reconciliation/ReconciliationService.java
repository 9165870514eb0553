package org.govshare.exchange.reconciliation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.reconciliation.Reconciliation.Requested;
import org.govshare.exchange.run.RunReader;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.protocol.control.DigestComputed;
import org.govshare.protocol.control.DigestFailed;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.reconciliation.Comparison;

/** Has both ends looked at, and compares what they tell. */
@Singleton
public class ReconciliationService {

  private final ReconciliationRepository reconciliations;
  private final ReconciliationStarter starter;
  private final RunReader runs;
  private final ServiceRegistry services;
  private final Clock clock;

  ReconciliationService(
      ReconciliationRepository reconciliations,
      ReconciliationStarter starter,
      RunReader runs,
      ServiceRegistry services,
      Clock clock) {
    this.reconciliations = reconciliations;
    this.starter = starter;
    this.runs = runs;
    this.services = services;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<ReconciliationView>> list(Caller caller, UUID runId, PageRequest request) {
    return runs.known(caller, runId).chain(run -> reconciliations.ofRun(runId, request));
  }

  @WithSession
  Uni<Page<ReconciliationView>> ofService(Caller caller, UUID serviceId, PageRequest request) {
    return visible(caller, serviceId)
        .chain(service -> reconciliations.ofService(serviceId, request));
  }

  private Uni<ServiceView> visible(Caller caller, UUID serviceId) {
    Scope scope = Scope.of(caller);
    return services
        .existing(serviceId)
        .invoke(it -> scope.require(it.sourceDepartment(), it.targetDepartment()));
  }

  @WithTransaction
  Uni<ReconciliationView> ask(Caller caller, UUID runId, int target) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return runs.known(caller, runId)
        .chain(
            run -> {
              List<Integer> targets = ReconciliationStarter.targets(run.design(), target);
              if (!run.ended()) {
                throw new Conflict("run-under-way", runId);
              }
              return starter.ask(run, targets, Requested.by(caller.name()));
            })
        .map(begun -> begun.getFirst().view());
  }

  /** Compares the tables of a service, as its last complete run has left them. */
  @WithTransaction
  Uni<List<ReconciliationView>> askOf(Caller caller, UUID serviceId, Integer target) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return visible(caller, serviceId)
        .chain(() -> runs.lastComplete(serviceId, target == null ? 1 : target))
        .chain(
            complete -> {
              if (complete == null) {
                throw new Conflict("reconciliation-without-run");
              }
              return starter.ask(
                  complete.run(),
                  ReconciliationStarter.targets(complete.run().design(), target),
                  Requested.by(caller.name()));
            })
        .map(begun -> begun.stream().map(Reconciliation::view).toList());
  }

  /** Ends one that is under way; what nodes still say of it counts no more. */
  @WithTransaction
  Uni<ReconciliationView> cancel(Caller caller, UUID runId, UUID id) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return runs.known(caller, runId)
        .chain(() -> reconciliations.locked(id))
        .map(
            found -> {
              if (found == null || !found.runId().equals(runId)) {
                throw new NotFound("reconciliation-not-found", id);
              }
              found.cancel(clock.instant());
              return found.view();
            });
  }

  /**
   * Takes an end's digest, in the caller's transaction.
   *
   * @throws NotAsked if the node was not asked for it
   */
  public Uni<Void> computed(String node, DigestComputed answer) {
    if (answer.digest() == null) {
      throw new NotAsked("a digest is missing");
    }
    return asked(node, answer.reconciliationId(), answer.runId(), answer.side())
        .chain(it -> computed(it, answer));
  }

  private Uni<Void> computed(Reconciliation reconciliation, DigestComputed answer) {
    if (!reconciliation.pending()) {
      return Uni.createFrom().voidItem();
    }
    Instant now = clock.instant();
    Comparison before = reconciliation.comparison();
    if (before == null) {
      // An answer to a look came after it was found that the other end knows no looks.
      if (answer.looked() == null) {
        reconciliation.answered(answer.side(), answer.rows(), answer.digest(), now);
      }
      return Uni.createFrom().voidItem();
    }
    if (answer.looked() != null) {
      return starter.goOn(reconciliation, before, reconciliation.looked(answer, now));
    }
    return starter
        .compareWhole(reconciliation, answer.side())
        .invoke(() -> reconciliation.answered(answer.side(), answer.rows(), answer.digest(), now));
  }

  /**
   * Takes an end's word that it could not compute its digest, in the caller's transaction.
   *
   * @throws NotAsked if the node was not asked for it
   */
  public Uni<Void> failed(String node, DigestFailed answer) {
    return asked(node, answer.reconciliationId(), answer.runId(), answer.side())
        .invoke(it -> it.failed(answer.side(), answer.reason(), answer.detail(), clock.instant()))
        .replaceWithVoid();
  }

  private Uni<Reconciliation> asked(String node, UUID id, UUID runId, Side side) {
    if (id == null || runId == null || side == null) {
      throw new NotAsked("an answer does not say to what");
    }
    return reconciliations
        .locked(id)
        .call(
            found -> {
              if (found == null || !found.runId().equals(runId)) {
                throw new NotAsked("there is no reconciliation " + id + " of run " + runId);
              }
              return runs.design(runId)
                  .invoke(
                      design -> {
                        String due =
                            side == Side.SOURCE
                                ? design.source().node()
                                : design.allTargets().get(found.targetNumber() - 1).node();
                        if (!due.equals(node)) {
                          throw new NotAsked(node + " is not the " + side + " of run " + runId);
                        }
                      });
            });
  }

  /** A node answers what it was not asked. */
  public static final class NotAsked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAsked(String message) {
      super(message);
    }
  }
}
