package org.govshare.lab.faults;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a round of the campaign does while faults strike. */
enum Round {
  /** Runs are ordered by the packaged exchange service, on a bed of its own. */
  CENTRE,
  /** Full copies. */
  FULL,
  /** Change capture. */
  CAPTURE,
  /** Increments. */
  INCREMENTS,
  /** Rows that are refused, tables that are altered. */
  BAD_DATA;

  /** The rounds of a list such as {@code capture,bad-data}; all if it is empty. */
  static Set<Round> of(String list) {
    Set<Round> rounds = EnumSet.noneOf(Round.class);
    for (String name : list.split(",")) {
      if (!name.isBlank()) {
        rounds.add(valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
      }
    }
    return rounds.isEmpty() ? EnumSet.allOf(Round.class) : rounds;
  }
}
