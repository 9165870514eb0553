package org.govshare.catalog.task;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.calendar.Step;

/**
 * Knows on whose own work a step decides, so that it is not put into their hands: they could not
 * take it. A feature whose steps need four eyes implements it.
 */
public interface FourEyes {

  /** The kinds of steps it knows about; no two implementations share one. */
  Set<Step> steps();

  /**
   * Those things with which a person may not take a step, because they had a hand in them. Runs in
   * the caller's transaction.
   *
   * @param step one of {@link #steps()}
   * @param objectIds things that wait for this step
   * @param person user name
   */
  Uni<Set<UUID>> ownWork(Step step, Collection<UUID> objectIds, String person);
}
