package org.govshare.exchange.announcement;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.govshare.platform.reactive.outbox.Outbox;

/** Writes announcements into the outbox, in the caller's transaction. */
@Singleton
public class Announcements {

  private final Outbox outbox;

  Announcements(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Writes them; the last thing that a transaction does. Each consumer's sequence stays locked
   * until the transaction ends, so all transactions take consumers in the same order.
   */
  public Uni<Void> append(List<Announcement> announcements) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Announcement next :
        announcements.stream().sorted(Comparator.comparing(Announcement::consumer)).toList()) {
      done =
          done.chain(
              () ->
                  outbox.append(
                      next.consumer(), next.body().getClass().getSimpleName(), next.body()));
    }
    return done;
  }

  /** Writes one. */
  public Uni<Void> append(Announcement announcement) {
    return append(List.of(announcement));
  }
}
