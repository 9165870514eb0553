package org.govshare.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.govshare.lab.fixture.Part;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

  @Test
  void theSameSeedGivesTheSameFaults() {
    assertEquals(new FaultPlan(7).next(40), new FaultPlan(7).next(40));
    assertNotEquals(new FaultPlan(7).next(40), new FaultPlan(8).next(40));
  }

  @Test
  void everyKindComesEquallyOften() {
    FaultPlan plan = new FaultPlan(1);
    Map<Part, Integer> times = new EnumMap<>(Part.class);
    for (int round = 0; round < 25; round++) {
      plan.next(4).forEach(fault -> times.merge(fault.part(), 1, Integer::sum));
    }
    for (Part part : Part.values()) {
      assertEquals(20, times.get(part), part.fault());
    }
  }

  @Test
  void faultsOfARoundComeInTheOrderOfProgress() {
    List<Fault> faults = new FaultPlan(3).next(10);
    for (int i = 1; i < faults.size(); i++) {
      assertTrue(faults.get(i - 1).progress() <= faults.get(i).progress());
    }
  }

  @Test
  void oneRowTooFewMakesACampaignFail() {
    Tally tally = new Tally();
    tally.injected(Part.BROKER);
    assertTrue(tally.clean());
    tally.found(0, 0, 1, 0);
    assertTrue(!tally.clean());
    assertEquals(1, tally.results(1).reordered());
    assertEquals(Map.of("kill -9 broker", 1), tally.results(1).injected());
  }
}
