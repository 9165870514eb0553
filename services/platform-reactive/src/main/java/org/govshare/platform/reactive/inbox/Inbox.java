package org.govshare.platform.reactive.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.govshare.platform.reactive.message.Acknowledgement;
import org.govshare.platform.reactive.message.Envelope;
import org.hibernate.reactive.mutiny.Mutiny;

/** Applies facts once each, in the producer's order. */
@Singleton
public class Inbox {

  private static final String OPEN =
      "insert into inbox (producer, last_sequence) values (?1, 0) on conflict do nothing";
  private static final String LOCK =
      "select last_sequence from inbox where producer = ?1 for update";
  private static final String ADVANCE = "update inbox set last_sequence = ?2 where producer = ?1";

  Inbox() {}

  /**
   * Applies a fact and remembers it, in one transaction. A fact seen before is not applied again; a
   * fact after a gap is not applied, and the answer asks for what is missing.
   *
   * @param handler what to do with a fact that is due; it runs in the transaction
   * @return what to tell the producer, after the commit
   */
  public Uni<Acknowledgement> receive(Envelope fact, Function<Envelope, Uni<Void>> handler) {
    return Panache.withTransaction(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        last(session, fact.producer())
                            .chain(last -> apply(session, fact, last, handler))));
  }

  private static Uni<Long> last(Mutiny.Session session, String producer) {
    return session
        .createNativeQuery(OPEN)
        .setParameter(1, producer)
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(LOCK, Long.class)
                    .setParameter(1, producer)
                    .getSingleResult());
  }

  private static Uni<Acknowledgement> apply(
      Mutiny.Session session, Envelope fact, long last, Function<Envelope, Uni<Void>> handler) {
    if (fact.sequence() <= last) {
      return Uni.createFrom().item(new Acknowledgement(fact.consumer(), last, false));
    }
    if (fact.sequence() > last + 1) {
      return Uni.createFrom().item(new Acknowledgement(fact.consumer(), last, true));
    }
    return handler
        .apply(fact)
        .chain(session::flush)
        .chain(
            () ->
                session
                    .createNativeQuery(ADVANCE)
                    .setParameter(1, fact.producer())
                    .setParameter(2, fact.sequence())
                    .executeUpdate())
        .replaceWith(new Acknowledgement(fact.consumer(), fact.sequence(), false));
  }
}
