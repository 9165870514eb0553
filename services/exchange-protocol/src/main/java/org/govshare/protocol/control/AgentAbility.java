package org.govshare.protocol.control;

import java.util.EnumSet;
import java.util.Set;

/**
 * What an agent can do beyond the first version of these commands. An agent says what it can; the
 * centre sends it no command that needs more, so that agents of two versions work with one centre
 * and none does half of what it was told.
 */
public enum AgentAbility {
  /** Reads only the rows that pass conditions. */
  ROW_FILTERS,
  /** Computes values on their way. */
  MAPPING_STEPS,
  /** Delivers what triggers record. */
  CAPTURE,
  /** Shares a table among several channels. */
  LANES,
  /** Starts a channel again within its run. */
  RESTARTS,
  /** Parks rows that do not fit. */
  BAD_ROWS,
  /** Delivers by several channels what triggers record. */
  CAPTURE_LANES,
  /** Delivers rows again with what triggers record. */
  CAPTURE_RESENDS,
  /** Has parked rows tried again by keys that are sealed from node to node. */
  REPLAYS,
  /** Sends rows again that are named by the hashes of their keys. */
  KEYED_ROWS,
  /** Carries out what the centre asks beside runs from signed orders. */
  SIGNED_ORDERS,
  /** Sends rows again whose keys the centre has sealed. */
  SEALED_RESENDS,
  /** Finds itself which captured rows of a range are sent again. */
  CAPTURE_RANGES,
  /** Has the rows of a full copy take the place of all that the target's table holds. */
  REPLACEMENTS,
  /** Goes on with a run when the node at the other end has changed its keys. */
  KEY_CHANGES,
  /** Goes back behind its position where it cannot know what is still open. */
  OVERLAPS;

  /** What a command asks of the agent that takes it. */
  public static Set<AgentAbility> neededBy(StartRun command) {
    Set<AgentAbility> needed = EnumSet.noneOf(AgentAbility.class);
    boolean reads = command.side() == Side.SOURCE;
    needs(needed, ROW_FILTERS, !command.filter().isEmpty());
    needs(
        needed,
        MAPPING_STEPS,
        reads && command.columns().stream().anyMatch(column -> !column.steps().isEmpty()));
    needs(needed, CAPTURE, command.mode() == TransferMode.CAPTURE);
    needs(needed, LANES, command.lane().shared());
    boolean captures = command.mode() == TransferMode.CAPTURE;
    needs(needed, CAPTURE_LANES, captures && command.lane().shared());
    needs(needed, CAPTURE_RESENDS, captures && command.capture().again());
    needs(needed, RESTARTS, command.restart() > 0);
    needs(
        needed,
        KEYED_ROWS,
        command.filter().stream().anyMatch(it -> it.operator() == RowOperator.KEYED));
    Double badRows = command.limits().badRowPercent();
    needs(needed, BAD_ROWS, badRows != null && badRows > 0);
    ReplayedKeys replayed = command.replayed();
    needs(needed, REPLAYS, replayed != null && !replayed.named());
    needs(
        needed,
        SEALED_RESENDS,
        reads && replayed != null && replayed.named()
            || captures && command.capture().sealed() != null);
    needs(needed, CAPTURE_RANGES, captures && !command.capture().range().isEmpty());
    needs(needed, REPLACEMENTS, command.replaces());
    needs(needed, OVERLAPS, reads && command.overlap() != null);
    return needed;
  }

  private static void needs(Set<AgentAbility> needed, AgentAbility ability, boolean is) {
    if (is) {
      needed.add(ability);
    }
  }
}
