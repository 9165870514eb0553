package org.govshare.catalog.campaign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.govshare.platform.problem.InputChecks;

/**
 * A campaign as its publisher writes it.
 *
 * @param name at most 200 characters, once
 * @param categoryCode the library that is compiled
 * @param leadDepartment 牵头部门
 * @param description at most 2,000 characters, may be absent
 * @param batches 1 to 20
 * @param participants 1 to 500 departments, each in one batch
 */
@RegisterForReflection
record CampaignInput(
    String name,
    String categoryCode,
    String leadDepartment,
    String description,
    List<BatchInput> batches,
    List<ParticipantInput> participants) {

  private static final int BATCH_LIMIT = 20;
  private static final int PARTICIPANT_LIMIT = 500;

  CampaignInput {
    batches = batches == null ? List.of() : batches;
    participants = participants == null ? List.of() : participants;
  }

  void check() {
    InputChecks checks =
        new InputChecks()
            .text("name", name, 200)
            .required("categoryCode", categoryCode)
            .required("leadDepartment", leadDepartment)
            .optionalText("description", description, 2_000)
            .that(!batches.isEmpty(), "batches", "required")
            .that(batches.size() <= BATCH_LIMIT, "batches", "too-many", BATCH_LIMIT)
            .that(!participants.isEmpty(), "participants", "required")
            .that(
                participants.size() <= PARTICIPANT_LIMIT,
                "participants",
                "too-many",
                PARTICIPANT_LIMIT);
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < Math.min(batches.size(), BATCH_LIMIT); i++) {
      String at = "batches[" + i + "]";
      checks.with(at, batches.get(i), batch -> check(checks, at + ".", batch, numbers));
    }
    Set<String> departments = new HashSet<>();
    for (int i = 0; i < Math.min(participants.size(), PARTICIPANT_LIMIT); i++) {
      String at = "participants[" + i + "]";
      checks.with(
          at,
          participants.get(i),
          participant -> check(checks, at + ".", participant, departments, numbers));
    }
    checks.done();
  }

  private static void check(InputChecks checks, String at, BatchInput batch, Set<Integer> numbers) {
    checks
        .required(at + "number", batch.number())
        .that(
            batch.number() == null || (batch.number() >= 1 && batch.number() <= 999),
            at + "number",
            "out-of-range",
            1,
            999)
        .that(
            batch.number() == null || numbers.add(batch.number()),
            at + "number",
            "duplicate",
            batch.number())
        .text(at + "name", batch.name(), 100)
        .required(at + "planUntil", batch.planUntil())
        .required(at + "surveyUntil", batch.surveyUntil())
        .required(at + "generateUntil", batch.generateUntil())
        .required(at + "reviewUntil", batch.reviewUntil());
    for (CampaignStep step : CampaignStep.values()) {
      if (!step.last() && batch.until(step) != null && batch.until(step.next()) != null) {
        checks.that(
            !batch.until(step.next()).isBefore(batch.until(step)),
            at + step.next().name().toLowerCase(Locale.ROOT) + "Until",
            "before-step-before");
      }
    }
  }

  private static void check(
      InputChecks checks,
      String at,
      ParticipantInput participant,
      Set<String> departments,
      Set<Integer> numbers) {
    checks
        .required(at + "department", participant.department())
        .that(
            participant.department() == null || departments.add(participant.department()),
            at + "department",
            "duplicate",
            participant.department())
        .that(
            numbers.contains(participant.batch()),
            at + "batch",
            "unknown",
            String.valueOf(participant.batch()));
  }
}
