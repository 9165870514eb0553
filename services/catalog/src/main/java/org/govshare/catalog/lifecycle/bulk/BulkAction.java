package org.govshare.catalog.lifecycle.bulk;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.lifecycle.TransitionAction;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * One step with many resources, named one by one or by what they have in common.
 *
 * @param action SUBMIT, PASS, RETURN, PUBLISH, WITHDRAW or DELETE
 * @param ids the resources and the versions the decision rests on, at most 1,000 in one call and
 *     100,000 in an order
 * @param filter what they have in common, instead of naming them
 * @param expected how many the filter was seen to match, at most as many; if it matches another
 *     number by now, nothing is done
 * @param remark why; needed to return and to withdraw
 */
@RegisterForReflection
public record BulkAction(
    TransitionAction action, List<Target> ids, Filter filter, Integer expected, String remark) {

  /** Most resources in one call. */
  static final int LIMIT = 1_000;

  /** Most resources in one order. */
  static final int ORDER_LIMIT = 100_000;

  private static final Set<TransitionAction> TAKEN_BY_PEOPLE =
      EnumSet.of(
          TransitionAction.SUBMIT,
          TransitionAction.PASS,
          TransitionAction.RETURN,
          TransitionAction.PUBLISH,
          TransitionAction.WITHDRAW,
          TransitionAction.DELETE);

  private static final Set<TransitionAction> WITH_REMARK =
      EnumSet.of(TransitionAction.RETURN, TransitionAction.WITHDRAW);

  /**
   * A resource and the version its reader has seen.
   *
   * @param id which
   * @param revision the number in its {@code ETag}
   */
  @RegisterForReflection
  public record Target(UUID id, Long revision) {}

  /**
   * What resources have in common.
   *
   * @param state where they stand
   * @param department whose they are; the caller's if absent, unless the caller sees all
   * @param categoryCode what they are filed under
   * @param batchId import that brought them
   * @param campaignId campaign they are compiled in
   */
  @RegisterForReflection
  public record Filter(
      ResourceState state, String department, String categoryCode, UUID batchId, UUID campaignId) {}

  /**
   * Checks everything that can be seen from the input alone.
   *
   * @param limit most resources
   * @throws InvalidInput naming every fault (400)
   */
  void check(int limit) {
    InputChecks checks = new InputChecks();
    checks
        .required("action", action)
        .that(
            action == null || TAKEN_BY_PEOPLE.contains(action),
            "action",
            "unknown",
            String.valueOf(action))
        .optionalText("remark", remark, 1_000)
        .that(
            !WITH_REMARK.contains(action) || (remark != null && !remark.isBlank()),
            "remark",
            "remark-needed")
        .that((ids == null) != (filter == null), "ids", "ids-or-filter");
    if (ids != null) {
      checkIds(checks, limit);
    }
    if (filter != null) {
      checks
          .required("filter.state", filter.state())
          .required("expected", expected)
          .that(
              expected == null || (expected >= 1 && expected <= limit),
              "expected",
              "out-of-range",
              1,
              limit);
    }
    checks.done();
  }

  private void checkIds(InputChecks checks, int limit) {
    checks
        .that(!ids.isEmpty(), "ids", "required")
        .that(ids.size() <= limit, "ids", "too-many", limit);
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < Math.min(ids.size(), limit); i++) {
      String at = "ids[" + i + "]";
      checks.with(
          at,
          ids.get(i),
          target ->
              checks
                  .required(at + ".id", target.id())
                  .required(at + ".revision", target.revision())
                  .that(
                      target.id() == null || seen.add(target.id()),
                      at + ".id",
                      "duplicate",
                      target.id()));
    }
  }
}
