package org.govshare.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.govshare.lab.fixture.Part;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

  private static FaultPlan plan(long seed) {
    return new FaultPlan(seed, true);
  }

  @Test
  void theSameSeedGivesTheSameFaults() {
    assertEquals(plan(7).next(40), plan(7).next(40));
    assertNotEquals(plan(7).next(40), plan(8).next(40));
  }

  @Test
  void everyKindAndEveryStepComesEquallyOften() {
    FaultPlan plan = plan(1);
    Map<String, Integer> times = new TreeMap<>();
    int everyOther = 2 * 23 * 18;
    for (int i = 0; i < everyOther; i++) {
      plan.next(1).forEach(fault -> times.merge(fault.blow().kind(), 1, Integer::sum));
    }
    for (Step step : Step.values()) {
      assertEquals(18, times.get("fail point " + step.label()), step.label());
    }
    for (Part part : Part.values()) {
      assertEquals(23, times.get(part.fault()), part.fault());
    }
    assertEquals(23, times.get("cut between COMMIT and its answer"));
    assertEquals(23, times.get("partition, agent and broker"));
    // A reset of a link to the broker and one of a link to a database have a name each.
    assertEquals(23 + 18 + 1, times.size());
  }

  @Test
  void whatTheMachineCannotDoIsNotPlanned() {
    Set<String> kinds =
        new FaultPlan(1, false)
            .next(200).stream().map(fault -> fault.blow().kind()).collect(Collectors.toSet());
    assertFalse(kinds.contains("broker's disk full"));
    assertTrue(kinds.contains("clock jumps"));
    assertTrue(kinds.contains("broker's journal lost"));
  }

  @Test
  void aStepThatWasMissedIsDealtAgain() {
    FaultPlan plan = plan(5);
    Blow first = plan.next(1).getFirst().blow();
    plan.missed(first);
    plan.next(1);
    assertEquals(first.kind(), plan.next(1).getFirst().blow().kind());
  }

  @Test
  void faultsOfARoundComeInTheOrderOfProgress() {
    List<Fault> faults = plan(3).next(10);
    for (int i = 1; i < faults.size(); i++) {
      assertTrue(faults.get(i - 1).progress() <= faults.get(i).progress());
    }
  }

  @Test
  void oneRowTooFewMakesACampaignFail() {
    Tally tally = new Tally();
    tally.injected(new Blow.Kill(Part.BROKER));
    tally.injected(new Blow.AtStep(Step.ROWS_AFTER_COMMIT, 1));
    assertTrue(tally.clean());
    tally.found(0, 0, 1, 0);
    assertFalse(tally.clean());
    assertEquals(1, tally.results(1).reordered());
    assertEquals(Map.of("kill -9 broker", 1), tally.results(1).kinds());
    assertEquals(Map.of("fail point rows-after-commit", 1), tally.results(1).failPoints());
  }
}
