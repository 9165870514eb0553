package org.govshare.exchange.service;

import java.util.Optional;

/**
 * Other services in force at the tables of a draft, by their codes.
 *
 * @param writer one that writes the table that the draft reads
 * @param captor one that captures changes of the table that the draft writes
 * @param sharer one that writes the table that the draft writes
 * @param replacer one that replaces the content of the table that the draft writes
 */
record Neighbours(
    Optional<String> writer,
    Optional<String> captor,
    Optional<String> sharer,
    Optional<String> replacer) {

  /** None known. */
  static final Neighbours NONE =
      new Neighbours(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
