package org.govshare.catalog.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.grant.RowCondition;
import org.govshare.catalog.resource.DataItem;
import org.govshare.platform.problem.InputChecks;

/**
 * The provider's decision.
 *
 * @param decision what is decided
 * @param itemIds items granted, some of those requested; all that are not refused if absent
 * @param refusals items refused, each with its reason; needed for a decision in part, and for that
 *     alone
 * @param expiresAt until when, not after the end of the day the request names; that end if absent
 * @param rowFilter which rows are granted, in words; told to who designs the exchange, may be
 *     absent
 * @param rowConditions which rows are granted, as conditions on items of the resource: the exchange
 *     adds them to every reading; none for all rows
 * @param conditions what the grant is bound to, may be absent
 * @param remark why; needed to return and to refuse
 */
@RegisterForReflection
@Schema(name = "RequestDecision")
public record Decision(
    ProviderDecision decision,
    List<UUID> itemIds,
    List<Refusal> refusals,
    Instant expiresAt,
    String rowFilter,
    List<RowCondition> rowConditions,
    String conditions,
    String remark) {

  private static final int TEXT_LIMIT = 2_000;

  /**
   * An item that is refused.
   *
   * @param itemId one of those requested
   * @param reason why, at most 500 characters
   */
  @RegisterForReflection
  @Schema(name = "ItemRefusal")
  public record Refusal(UUID itemId, String reason) {}

  /** Absent refusals and conditions are none. */
  public Decision {
    refusals = refusals == null ? List.of() : refusals;
    rowConditions = rowConditions == null ? List.of() : rowConditions;
  }

  boolean grants() {
    return decision == ProviderDecision.GRANT || decision == ProviderDecision.PARTIAL;
  }

  void check(Instant now, AccessRequest request, Instant latest) {
    InputChecks checks =
        new InputChecks()
            .required("decision", decision)
            .optionalText("remark", remark, 1_000)
            .optionalText("rowFilter", rowFilter, TEXT_LIMIT)
            .optionalText("conditions", conditions, TEXT_LIMIT)
            .that(
                decision == null || grants() || (remark != null && !remark.isBlank()),
                "remark",
                "remark-needed")
            .that(expiresAt == null || expiresAt.isAfter(now), "expiresAt", "in-the-past")
            .that(
                expiresAt == null || !expiresAt.isAfter(latest),
                "expiresAt",
                "after-requested-end",
                latest)
            .that(itemIds == null || !itemIds.isEmpty(), "itemIds", "required")
            .that(
                refusals.isEmpty() || decision == ProviderDecision.PARTIAL,
                "refusals",
                "only-in-part")
            .that(
                !refusals.isEmpty() || decision != ProviderDecision.PARTIAL,
                "refusals",
                "required");
    Set<UUID> requested = Set.copyOf(request.itemIds());
    Set<UUID> decided = new HashSet<>();
    for (int i = 0; itemIds != null && i < itemIds.size(); i++) {
      checkItem(checks, "itemIds[" + i + "]", itemIds.get(i), requested, decided);
    }
    for (int i = 0; i < refusals.size(); i++) {
      String field = "refusals[" + i + "]";
      checks.with(
          field,
          refusals.get(i),
          refusal -> {
            checkItem(checks, field + ".itemId", refusal.itemId(), requested, decided);
            checks.text(field + ".reason", refusal.reason(), 500);
          });
    }
    if (decision == ProviderDecision.PARTIAL && checks.passed()) {
      boolean complete = itemIds == null || decided.size() == requested.size();
      checks
          .that(complete, "refusals", "items-undecided")
          .that(refusals.size() < requested.size(), "refusals", "nothing-granted");
    }
    checks.done();
  }

  /** Refuses conditions on rows that the resource's items cannot meet. */
  void checkRows(List<DataItem> items) {
    InputChecks checks = new InputChecks();
    RowCondition.check(checks, "rowConditions", rowConditions, items);
    checks.done();
  }

  private static void checkItem(
      InputChecks checks, String field, UUID item, Set<UUID> requested, Set<UUID> decided) {
    checks
        .that(requested.contains(item), field, "not-requested", String.valueOf(item))
        .that(decided.add(item), field, "duplicate", String.valueOf(item));
  }

  /** The items granted, in the order in which they were requested. */
  List<UUID> grantedOf(AccessRequest request) {
    Set<UUID> refused = refusals.stream().map(Refusal::itemId).collect(Collectors.toSet());
    return request.itemIds().stream()
        .filter(item -> itemIds == null ? !refused.contains(item) : itemIds.contains(item))
        .toList();
  }

  /** Why each of the other items is refused, as far as it was said. */
  Map<UUID, String> reasons(AccessRequest request) {
    if (refusals.isEmpty()) {
      return remark == null
          ? Map.of()
          : request.itemIds().stream().collect(Collectors.toMap(item -> item, item -> remark));
    }
    return refusals.stream().collect(Collectors.toMap(Refusal::itemId, Refusal::reason));
  }
}
