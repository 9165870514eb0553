package org.govshare.protocol.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.SealedForNode;
import org.junit.jupiter.api.Test;

class AgentAbilityTest {

  private static final UUID CHANNEL = UUID.randomUUID();
  private static final SealedForNode KEYS = new SealedForNode("a2V5", "dGV4dA==");
  private static final List<MappedColumn> PLAIN = List.of(new MappedColumn("a", "a", "text"));

  private static StartRun command(
      Side side,
      TransferMode mode,
      List<MappedColumn> columns,
      List<RowCondition> filter,
      Double badRowPercent,
      Lane lane,
      int restart) {
    Duration overlap = restart > 0 && side == Side.SOURCE ? Duration.ofHours(1) : null;
    return new StartRun(
        UUID.randomUUID(),
        CHANNEL,
        UUID.randomUUID(),
        "service",
        "domain",
        side,
        mode,
        CryptoSuite.INTL,
        "peer",
        null,
        null,
        "main",
        "public",
        "person",
        columns,
        List.of("a"),
        List.of("a"),
        null,
        filter,
        null,
        new RunLimits(null, badRowPercent),
        List.of(),
        false,
        lane,
        restart,
        null,
        null,
        new CaptureOrder(
            List.of(CHANNEL),
            List.of(),
            true,
            side == Side.SOURCE ? KEYS : null,
            side == Side.SOURCE
                ? List.of(new RowCondition("a", RowOperator.LESS, List.of("9")))
                : List.of()),
        null,
        false,
        overlap);
  }

  @Test
  void aPlainCopyNeedsNothing() {
    StartRun plain = command(Side.SOURCE, TransferMode.FULL, PLAIN, List.of(), 0.0, null, 0);
    assertEquals(Set.of(), AgentAbility.neededBy(plain));
  }

  @Test
  void whatACommandAsksForIsNeededOfTheEndThatDoesIt() {
    UUID other = UUID.randomUUID();
    Lane second = new Lane(2, 2, List.of(CHANNEL, other), List.of());
    List<MappedColumn> computed =
        List.of(
            new MappedColumn(
                "a", "a", "text", List.of(new MappingStep(MappingFunction.TRIM, List.of()))));
    List<RowCondition> keyed =
        List.of(new RowCondition("a", RowOperator.KEYED, List.of("salt", "key", "00")));
    StartRun source = command(Side.SOURCE, TransferMode.CAPTURE, computed, keyed, 1.0, second, 1);
    Set<AgentAbility> all = EnumSet.allOf(AgentAbility.class);
    all.remove(AgentAbility.REPLAYS);
    // Of full copies alone.
    all.remove(AgentAbility.REPLACEMENTS);
    // Of no command that starts a run.
    all.remove(AgentAbility.SIGNED_ORDERS);
    all.remove(AgentAbility.KEY_CHANGES);
    assertEquals(all, AgentAbility.neededBy(source));
    StartRun target =
        command(Side.TARGET, TransferMode.CAPTURE, computed, List.of(), 1.0, second, 1);
    assertEquals(
        Set.of(
            AgentAbility.CAPTURE,
            AgentAbility.LANES,
            AgentAbility.RESTARTS,
            AgentAbility.BAD_ROWS,
            AgentAbility.CAPTURE_LANES,
            AgentAbility.CAPTURE_RESENDS),
        AgentAbility.neededBy(target));
  }

  @Test
  void aReplayIsNeededOfBothEnds() {
    for (Side side : Side.values()) {
      StartRun replay =
          command(side, TransferMode.INCREMENT, PLAIN, List.of(), null, null, 0).replaying(null);
      assertEquals(
          Set.of(AgentAbility.BAD_ROWS, AgentAbility.REPLAYS), AgentAbility.neededBy(replay));
    }
  }

  @Test
  void keysThatTheCentreHasSealedConcernTheSourceAlone() {
    StartRun source = command(Side.SOURCE, TransferMode.INCREMENT, PLAIN, List.of(), null, null, 0);
    assertEquals(
        Set.of(AgentAbility.SEALED_RESENDS), AgentAbility.neededBy(source.resending(KEYS)));
    StartRun target = command(Side.TARGET, TransferMode.INCREMENT, PLAIN, List.of(), null, null, 0);
    assertEquals(Set.of(), AgentAbility.neededBy(target.resending(KEYS)));
  }

  @Test
  void aReplacementIsNeededOfBothEndsAndNoPartOfATableIsOne() {
    for (Side side : Side.values()) {
      StartRun whole =
          command(side, TransferMode.FULL, PLAIN, List.of(), null, null, 0).replacing(true);
      assertEquals(Set.of(AgentAbility.REPLACEMENTS), AgentAbility.neededBy(whole));
      assertFalse(whole.resending(List.of()).replaces());
      assertFalse(whole.replaying(null).replaces());
    }
  }
}
