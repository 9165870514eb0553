package org.govshare.node.source;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where increments go on whose rows were brought by several channels before. */
final class EarliestPosition {
  private static final Pattern PLAIN_TIME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\.\\d{6})(\\+00)?");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private EarliestPosition() {}

  /**
   * Just before the earliest watermark of all positions, so that no row is left out whatever the
   * order of keys; at the beginning if one of them has none.
   */
  static Position of(UUID run, List<Position> all) {
    Position beginning = new Position(run, "", null, null, null);
    List<String> earliest = null;
    for (Position each : all) {
      List<String> at = each.increment();
      if (at == null
          || !each.system().equals(all.getFirst().system())
          || !PLAIN_TIME.matcher(at.getFirst()).matches()) {
        return beginning;
      }
      if (earliest == null || at.getFirst().compareTo(earliest.getFirst()) < 0) {
        earliest = at;
      }
    }
    return earliest == null
        ? beginning
        : new Position(run, all.getFirst().system(), null, before(earliest), null);
  }

  private static List<String> before(List<String> position) {
    Matcher time = PLAIN_TIME.matcher(position.getFirst());
    if (!time.matches()) {
      throw new IllegalArgumentException("no plain time: " + position.getFirst());
    }
    String zone = time.group(2) == null ? "" : time.group(2);
    List<String> before = new ArrayList<>(position);
    before.set(
        0,
        LocalDateTime.parse(time.group(1), TIME).minus(1, ChronoUnit.MICROS).format(TIME) + zone);
    return before;
  }
}
