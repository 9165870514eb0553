package org.govshare.exchange.reconciliation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.run.RunReader;
import org.govshare.exchange.run.RunReader.KnownRun;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestColumn;
import org.govshare.protocol.control.DigestComputed;
import org.govshare.protocol.control.DigestFailed;
import org.govshare.protocol.control.Side;

/** Asks both ends for digests under one salt, and compares the answers. */
@Singleton
public class ReconciliationService {

  private static final int SALT_BYTES = 32;

  private final ReconciliationRepository reconciliations;
  private final RunReader runs;
  private final ServiceRegistry services;
  private final GrantService grants;
  private final Announcements announcements;
  private final Clock clock;

  ReconciliationService(
      ReconciliationRepository reconciliations,
      RunReader runs,
      ServiceRegistry services,
      GrantService grants,
      Announcements announcements,
      Clock clock) {
    this.reconciliations = reconciliations;
    this.runs = runs;
    this.services = services;
    this.grants = grants;
    this.announcements = announcements;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<ReconciliationView>> list(Caller caller, UUID runId, PageRequest request) {
    return runs.known(caller, runId).chain(run -> reconciliations.page(runId, request));
  }

  @WithTransaction
  Uni<ReconciliationView> ask(Caller caller, UUID runId, int target) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    Reconciliation made =
        new Reconciliation(UUID.randomUUID(), runId, target, caller.name(), clock.instant());
    return runs.known(caller, runId)
        .invoke(
            run -> {
              if (target < 1 || target > run.design().allTargets().size()) {
                throw new InvalidInput("target", "unknown", target);
              }
              if (!run.ended()) {
                throw new Conflict("run-under-way", runId);
              }
            })
        .call(this::requireGrant)
        .call(() -> reconciliations.persist(made))
        .chain(run -> announcements.append(commands(made.view().id(), run, target)))
        .replaceWith(made::view);
  }

  private Uni<Void> requireGrant(KnownRun run) {
    return services
        .existing(run.serviceId())
        .chain(service -> grants.find(service.grantId()))
        .invoke(
            grant -> {
              if (grant == null || !grant.active()) {
                throw new Conflict("grant-ended");
              }
            })
        .replaceWithVoid();
  }

  private static List<Announcement> commands(UUID id, KnownRun run, int number) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    String text = Base64.getEncoder().encodeToString(salt);
    Design design = run.design();
    ServiceDraft.Target target = design.allTargets().get(number - 1);
    return List.of(
        Announcement.toNode(
            design.source().node(),
            new ComputeDigest(
                id,
                run.id(),
                Side.SOURCE,
                design.source().dataSource(),
                design.source().schema(),
                design.source().table(),
                design.mapping().stream()
                    .map(it -> new DigestColumn(it.sourceColumn(), it.targetType(), it.steps()))
                    .toList(),
                design.filter(),
                text)),
        Announcement.toNode(
            target.node(),
            new ComputeDigest(
                id,
                run.id(),
                Side.TARGET,
                target.dataSource(),
                target.schema(),
                target.table(),
                design.mapping().stream()
                    .map(it -> new DigestColumn(it.targetColumn(), it.targetType(), List.of()))
                    .toList(),
                List.of(),
                text)));
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
        .invoke(it -> it.answered(answer.side(), answer.rows(), answer.digest(), clock.instant()))
        .replaceWithVoid();
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
