package org.govshare.exchange.reconciliation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.reconciliation.Reconciliation.Requested;
import org.govshare.exchange.run.RunReader;
import org.govshare.exchange.run.RunReader.CompleteRun;
import org.govshare.exchange.run.RunReader.KnownRun;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.reconciliation.Comparison;

/** Begins reconciliations, and has them go on from look to look. */
@Singleton
class ReconciliationStarter {

  private static final int SALT_BYTES = 32;

  private final ReconciliationRepository reconciliations;
  private final RunReader runs;
  private final ServiceRegistry services;
  private final GrantService grants;
  private final LookCommands commands;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ReconciliationStarter(
      ReconciliationRepository reconciliations,
      RunReader runs,
      ServiceRegistry services,
      GrantService grants,
      LookCommands commands,
      Clock clock) {
    this.reconciliations = reconciliations;
    this.runs = runs;
    this.services = services;
    this.grants = grants;
    this.commands = commands;
    this.clock = clock;
  }

  /** Which targets are compared: all if none is named. */
  static List<Integer> targets(Design design, Integer target) {
    int count = design.allTargets().size();
    if (target != null && (target < 1 || target > count)) {
      throw new InvalidInput("target", "unknown", target);
    }
    return target != null ? List.of(target) : IntStream.rangeClosed(1, count).boxed().toList();
  }

  /** Begins some because somebody asked; the service is locked, so that nobody else does. */
  Uni<List<Reconciliation>> ask(KnownRun run, List<Integer> targets, Requested requested) {
    return services
        .locked(run.serviceId())
        .call(service -> grants.active(service.grantId()))
        .call(() -> runs.latest(run.serviceId()).invoke(latest -> requireSame(run, latest)))
        .chain(
            () ->
                each(
                    targets,
                    target ->
                        reconciliations
                            .pending(run.serviceId(), target)
                            .invoke(
                                found -> {
                                  if (found != null) {
                                    throw new Conflict("reconciliation-under-way", found.id());
                                  }
                                })
                            .chain(() -> begin(run, target, requested))));
  }

  /** Begins one for each target that has none under way. */
  Uni<List<Reconciliation>> follow(KnownRun run) {
    return each(
        targets(run.design(), null),
        target ->
            reconciliations
                .pending(run.serviceId(), target)
                .chain(
                    found ->
                        found == null
                            ? begin(run, target, Requested.AFTER_RUN)
                            : Uni.createFrom().nullItem()));
  }

  private interface Beginning {
    Uni<Reconciliation> of(int target);
  }

  private static Uni<List<Reconciliation>> each(List<Integer> targets, Beginning beginning) {
    List<Reconciliation> begun = new ArrayList<>();
    return Multi.createFrom()
        .iterable(targets)
        .onItem()
        .transformToUniAndConcatenate(
            target ->
                beginning
                    .of(target)
                    .invoke(
                        made -> {
                          if (made != null) {
                            begun.add(made);
                          }
                        }))
        .collect()
        .asList()
        .replaceWith(begun);
  }

  // A later design may have written other values into the same rows.
  private static void requireSame(KnownRun run, KnownRun latest) {
    if (latest != null && !same(run.design(), latest.design())) {
      throw new Conflict("reconciliation-design-changed", latest.id());
    }
  }

  private static boolean same(Design one, Design other) {
    return one.source().equals(other.source())
        && one.allTargets().equals(other.allTargets())
        && one.mapping().equals(other.mapping())
        && one.filter().equals(other.filter());
  }

  private Uni<Reconciliation> begin(KnownRun run, int target, Requested requested) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Reconciliation made =
        new Reconciliation(
            run.id(),
            run.serviceId(),
            target,
            Base64.getEncoder().encodeToString(salt),
            requested,
            clock.instant());
    return reconciliations.persist(made).chain(() -> look(made, run)).replaceWith(made);
  }

  /** Has both ends look, as far as they are to be asked now. */
  private Uni<Void> look(Reconciliation reconciliation, KnownRun run) {
    if (run.design().source().keyColumns().isEmpty()) {
      // Looks tell rows by their keys: of rows that are there several times they see one.
      reconciliation.compareWhole();
      reconciliation.asked(clock.instant());
      return commands
          .whole(reconciliation, run, Side.SOURCE)
          .chain(() -> commands.whole(reconciliation, run, Side.TARGET));
    }
    return runs.lastComplete(run.serviceId(), reconciliation.targetNumber())
        .chain(
            complete -> {
              reconciliation.holdTo(base(run, complete));
              return tell(reconciliation, run, asked(reconciliation.comparison()));
            });
  }

  private static BaseRun base(KnownRun run, CompleteRun complete) {
    return complete == null || !same(run.design(), complete.run().design())
        ? BaseRun.NONE
        : new BaseRun(complete.run().id(), complete.channels());
  }

  private static List<Side> asked(Comparison comparison) {
    return List.of(Side.SOURCE, Side.TARGET).stream().filter(comparison::asks).toList();
  }

  private Uni<Void> tell(Reconciliation reconciliation, KnownRun run, List<Side> sides) {
    reconciliation.asked(clock.instant());
    return commands.look(reconciliation, run, sides);
  }

  /** Asks what is to be asked after an answer, if anything. */
  Uni<Void> goOn(Reconciliation reconciliation, Comparison before, Comparison after) {
    if (after.over() || after.equals(before)) {
      return Uni.createFrom().voidItem();
    }
    return runs.known(reconciliation.runId())
        .chain(
            run -> {
              if (after.number() != before.number()) {
                return look(reconciliation, run);
              }
              // The source is asked when the target has answered, if not at the same time.
              return after.asks(Side.SOURCE) && !before.asks(Side.SOURCE)
                  ? tell(reconciliation, run, List.of(Side.SOURCE))
                  : Uni.createFrom().voidItem();
            });
  }

  /** Compares whole tables, because one end knows nothing else; it has summed its own. */
  Uni<Void> compareWhole(Reconciliation reconciliation, Side known) {
    reconciliation.compareWhole();
    reconciliation.asked(clock.instant());
    return runs.known(reconciliation.runId())
        .chain(
            run ->
                commands.whole(
                    reconciliation, run, known == Side.SOURCE ? Side.TARGET : Side.SOURCE));
  }
}
