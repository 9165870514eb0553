package org.govshare.lab.faults;

import static org.govshare.protocol.control.TransferMode.CAPTURE;
import static org.govshare.protocol.control.TransferMode.FULL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.lab.fixture.Link;
import org.govshare.lab.fixture.Part;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

  private static final int KINDS = Kind.values().length;

  private static FaultPlan plan(long seed) {
    return new FaultPlan(seed, true);
  }

  @Test
  void theSameSeedGivesTheSameFaults() {
    assertEquals(plan(7).next(FULL, 1, 40), plan(7).next(FULL, 1, 40));
    assertNotEquals(plan(7).next(FULL, 1, 40), plan(8).next(FULL, 1, 40));
  }

  @Test
  void everyKindAndEveryStepComesEquallyOften() {
    FaultPlan plan = plan(1);
    Map<String, Integer> times = new TreeMap<>();
    List<Step> steps = Stream.of(Step.values()).filter(step -> step.comesUpIn(CAPTURE, 2)).toList();
    int everyOther = 2 * steps.size() * KINDS;
    for (int i = 0; i < everyOther; i++) {
      plan.next(CAPTURE, 2, 1).forEach(fault -> times.merge(fault.blow().kind(), 1, Integer::sum));
    }
    for (Step step : steps) {
      assertEquals(KINDS, times.get("fail point " + step.label()), step.label());
    }
    for (Part part : Part.values()) {
      assertEquals(steps.size(), times.get(part.fault()), part.fault());
    }
    assertEquals(steps.size(), times.get("cut between COMMIT and its answer"));
    assertEquals(steps.size(), times.get("partition, agent and broker"));
    // A reset of a link to the broker and one of a link to a database have a name each.
    assertEquals(steps.size() + KINDS + 1, times.size());
  }

  @Test
  void whatTheMachineCannotDoIsNotPlanned() {
    Set<String> kinds =
        new FaultPlan(1, false)
            .next(FULL, 1, 200).stream()
                .map(fault -> fault.blow().kind())
                .collect(Collectors.toSet());
    assertFalse(kinds.contains("broker's disk full"));
    assertTrue(kinds.contains("clock jumps"));
    assertTrue(kinds.contains("broker's journal lost"));
  }

  @Test
  void aStepThatWasMissedIsDealtAgain() {
    FaultPlan plan = plan(5);
    Blow first = plan.next(CAPTURE, 2, 1).getFirst().blow();
    plan.missed(first);
    plan.next(CAPTURE, 2, 1);
    assertEquals(first.kind(), plan.next(CAPTURE, 2, 1).getFirst().blow().kind());
  }

  @Test
  void anotherKindThatDidNotStrikeIsDealtAgain() {
    FaultPlan plan = plan(5);
    plan.next(FULL, 1, 1);
    plan.missed(new Blow.CutAfterCommit());
    plan.missed(new Blow.Cut(Link.TARGET_BROKER));
    assertEquals(new Blow.CutAfterCommit(), plan.next(FULL, 1, 1).getFirst().blow());
    plan.next(FULL, 1, 1);
    assertInstanceOf(Blow.Cut.class, plan.next(FULL, 1, 1).getFirst().blow());
  }

  @Test
  void aStepOfChangeCaptureIsDealtToItsRoundsAlone() {
    FaultPlan plan = plan(2);
    Set<Step> ofFull = new HashSet<>();
    for (Fault fault : plan.next(FULL, 1, 400)) {
      if (fault.blow() instanceof Blow.AtStep(Step step, int pass)) {
        assertTrue(step.comesUpIn(FULL, 1));
        ofFull.add(step);
      }
    }
    // Those that waited for such a round come first in it.
    Fault first =
        plan.next(CAPTURE, 2, 2).stream()
            .filter(fault -> fault.blow() instanceof Blow.AtStep)
            .findFirst()
            .orElseThrow();
    assertFalse(ofFull.contains(((Blow.AtStep) first.blow()).step()));
  }

  @Test
  void aKindThatStruckTooRarelyIsNamed() {
    Tally tally = new Tally();
    tally.require(List.of("reset", "kill -9 broker", "clock jumps"), 2);
    tally.injected(new Blow.Cut(Link.TARGET_BROKER));
    tally.injected(new Blow.Cut(Link.TARGET_DATABASE));
    tally.injected(new Blow.Kill(Part.BROKER));
    assertEquals(List.of("clock jumps", "kill -9 broker"), tally.tooRare());
  }

  @Test
  void aRecoveryAboveItsLimitIsCounted() {
    Tally tally = new Tally();
    tally.recovered(new Blow.Kill(Part.SOURCE_AGENT), 5.1);
    tally.recovered(new Blow.Kill(Part.BROKER), 14.9);
    tally.recovered(new Blow.CentreAway(), 60);
    assertEquals(1, tally.tooSlow());
    assertEquals(60, tally.results(1).slowestRecoverySeconds());
    assertEquals(1, tally.results(1).recoveries().get("kill -9 source agent").aboveLimit());
  }

  @Test
  void faultsOfARoundComeInTheOrderOfProgress() {
    List<Fault> faults = plan(3).next(FULL, 1, 10);
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
    assertEquals(
        Map.of("kill -9 broker", 1, "fail point rows-after-commit", 1),
        tally.results(1).injected());
  }
}
