package org.govshare.exchange.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.govshare.exchange.service.Mode;
import org.govshare.platform.problem.InputChecks;

/**
 * Which runs are asked for, and in what order.
 *
 * @param scope the one department whose runs the caller sees, empty for all
 * @param service a service
 * @param state where they stand
 * @param cause what made them start
 * @param mode what they transfer
 * @param domain code of the domain that their service belongs to
 * @param department a department at either end
 * @param node a node at an end of one of their channels
 * @param reason code of why they failed or stopped
 * @param from first time at which they began, or were asked for if they have not
 * @param to first time that is too late
 * @param order how they are sorted
 */
record RunFilter(
    Optional<String> scope,
    Optional<UUID> service,
    Optional<RunPhase> state,
    Optional<RunCause> cause,
    Optional<Mode> mode,
    Optional<String> domain,
    Optional<String> department,
    Optional<String> node,
    Optional<String> reason,
    Optional<Instant> from,
    Optional<Instant> to,
    RunOrder order) {

  private static final int TEXT_LIMIT = 100;
  private static final String EXAMPLE = "2026-01-31T08:00:00+08:00";

  static RunFilter of(Optional<String> scope, RunQuery query) {
    InputChecks checks = new InputChecks();
    RunFilter filter =
        new RunFilter(
            scope,
            Optional.ofNullable(query.service),
            one(RunPhase.class, "state", query.state, checks),
            one(RunCause.class, "cause", query.cause, checks),
            one(Mode.class, "mode", query.mode, checks),
            present(query.domain),
            present(query.department),
            present(query.node),
            present(query.reason),
            time("from", query.from, checks),
            time("to", query.to, checks),
            order(query.sort, checks));
    checks.optionalText("domain", query.domain, TEXT_LIMIT);
    checks.optionalText("department", query.department, TEXT_LIMIT);
    checks.optionalText("node", query.node, TEXT_LIMIT);
    checks.optionalText("reason", query.reason, TEXT_LIMIT);
    checks.that(
        filter.from().isEmpty()
            || filter.to().isEmpty()
            || filter.from().get().isBefore(filter.to().get()),
        "to",
        "not-after-from");
    checks.done();
    return filter;
  }

  private static Optional<String> present(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(it -> !it.isEmpty());
  }

  private static <E extends Enum<E>> Optional<E> one(
      Class<E> type, String field, String value, InputChecks checks) {
    Optional<String> name = present(value);
    try {
      return name.map(it -> Enum.valueOf(type, it.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      checks.that(false, field, "unknown", name.get());
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(String field, String value, InputChecks checks) {
    try {
      // A plus sign in an address that was not written for one is a space.
      return present(value).map(it -> OffsetDateTime.parse(it.replace(' ', '+')).toInstant());
    } catch (DateTimeException e) {
      checks.that(false, field, "malformed", EXAMPLE);
      return Optional.empty();
    }
  }

  private static RunOrder order(String value, InputChecks checks) {
    Optional<String> name = present(value);
    Optional<RunOrder> found = name.flatMap(RunOrder::of);
    checks.that(name.isEmpty() || found.isPresent(), "sort", "unknown", name.orElse(""));
    return found.orElse(RunOrder.LATEST_STARTED);
  }
}
