package org.govshare.platform.reactive.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.govshare.platform.correlation.Correlation;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where facts for other services are written. */
@Singleton
public class Outbox {

  private static final String ALLOT =
      """
      insert into outbox_consumer (consumer, last_sequence) values (?1, 1)
      on conflict (consumer) do update set last_sequence = outbox_consumer.last_sequence + 1
      returning last_sequence
      """;

  // Cast by way of text: bound as jsonb itself, a text would become a JSON string.
  private static final String INSERT =
      """
      insert into outbox (consumer, sequence, type, payload, correlation, occurred_at)
      values (?1, ?2, ?3, cast(cast(?4 as text) as jsonb), ?5, ?6)
      """;

  private final ObjectMapper json;
  private final Clock clock;

  Outbox(ObjectMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /**
   * Writes a fact in the caller's transaction: both are committed, or neither. Allotting the
   * sequence locks the consumer's row until that transaction ends, so append late in it.
   *
   * @param consumer service told, or {@code node.<code>} for a command to a node
   * @param type kind of fact
   * @param payload written as JSON
   */
  public Uni<Void> append(String consumer, String type, Object payload) {
    String text;
    try {
      text = json.writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      return Uni.createFrom().failure(e);
    }
    String correlation = Correlation.currentOrNew();
    OffsetDateTime now = OffsetDateTime.now(clock);
    return Panache.getSession()
        .chain(
            session ->
                session
                    .flush()
                    .chain(() -> allot(session, consumer))
                    .chain(
                        sequence ->
                            session
                                .createNativeQuery(INSERT)
                                .setParameter(1, consumer)
                                .setParameter(2, sequence)
                                .setParameter(3, type)
                                .setParameter(4, text)
                                .setParameter(5, correlation)
                                .setParameter(6, now)
                                .executeUpdate()))
        .replaceWithVoid();
  }

  private static Uni<Long> allot(Mutiny.Session session, String consumer) {
    return session.createNativeQuery(ALLOT, Long.class).setParameter(1, consumer).getSingleResult();
  }
}
