package org.govshare.catalog.library;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An entry of the library.
 *
 * @param <I> how it is written
 * @param <V> how it is shown
 */
public interface LibraryEntry<I, V> {

  /** Identity. */
  UUID id();

  /** Number of its version. */
  long revision();

  /** Takes over what was written. */
  void write(I input);

  /** How it is shown on a day. */
  V view(LocalDate today);
}
