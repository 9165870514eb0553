package org.govshare.catalog.schedule;

import io.smallrye.mutiny.Uni;

/**
 * Something that is looked after every minute. Implementations open their own transactions, bound
 * how much they do in one go, and do nothing twice if they are called again: a replica may die in
 * the middle.
 */
public interface ScheduledWork {

  /** Does what is due. */
  Uni<Void> run();
}
