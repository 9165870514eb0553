package org.govshare.monitoring.telemetry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.govshare.monitoring.telemetry.ChannelReports.End;
import org.govshare.monitoring.telemetry.ChannelReports.Known;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries on figures of runs and days. */
@Singleton
class FiguresRepository {

  private static final String TAKE_OVER =
      """
      update run_figures set channel_id = ?3
      where run_id = ?1 and side = ?2 and channel_id = '00000000-0000-0000-0000-000000000000'
        and not exists (
            select 1 from run_figures known
            where known.run_id = ?1 and known.side = ?2 and known.channel_id = ?3)
      """;

  private static final String OPEN =
      """
      insert into run_figures (run_id, side, service_id, node, reported_at, channel_id)
      values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing
      """;

  private static final String LOCK =
      """
      select service_id, messages, rows, bytes, wire_bytes from run_figures
      where run_id = ?1 and side = ?2 and channel_id = ?3 for update
      """;

  private static final String KEEP =
      """
      update run_figures
      set messages = ?3, rows = ?4, bytes = ?5, wire_bytes = ?6, node = ?7,
          reported_at = greatest(reported_at, ?8)
      where run_id = ?1 and side = ?2 and channel_id = ?9
      """;

  private static final String ADD =
      """
      insert into daily_figures as day_so_far
          (day, service_id, node, side, messages, rows, bytes, wire_bytes)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      on conflict (service_id, day, node, side) do update
      set messages = day_so_far.messages + excluded.messages,
          rows = day_so_far.rows + excluded.rows,
          bytes = day_so_far.bytes + excluded.bytes,
          wire_bytes = day_so_far.wire_bytes + excluded.wire_bytes
      """;

  /** What is known of an end, locked until the transaction ends; zero if this is the first word. */
  Uni<Known> lock(End end, Instant at) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(TAKE_OVER)
                    .setParameter(1, end.run())
                    .setParameter(2, end.side().name())
                    .setParameter(3, end.channel())
                    .executeUpdate()
                    .chain(() -> open(session, end, at))
                    .chain(() -> locked(session, end)));
  }

  private static Uni<Integer> open(Mutiny.Session session, End end, Instant at) {
    return session
        .createNativeQuery(OPEN)
        .setParameter(1, end.run())
        .setParameter(2, end.side().name())
        .setParameter(3, end.service())
        .setParameter(4, end.node())
        .setParameter(5, utc(at))
        .setParameter(6, end.channel())
        .executeUpdate();
  }

  private static Uni<Known> locked(Mutiny.Session session, End end) {
    return session
        .createNativeQuery(LOCK, Tuple.class)
        .setParameter(1, end.run())
        .setParameter(2, end.side().name())
        .setParameter(3, end.channel())
        .getSingleResult()
        .map(
            row ->
                new Known(
                    row.get("service_id", UUID.class),
                    new Figures(
                        row.get("messages", Long.class),
                        row.get("rows", Long.class),
                        row.get("bytes", Long.class),
                        row.get("wire_bytes", Long.class))));
  }

  /** Writes an end's new figures and adds what they grew by to the day. */
  Uni<Void> grow(End end, Figures now, Figures growth, Instant at) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(KEEP)
                    .setParameter(1, end.run())
                    .setParameter(2, end.side().name())
                    .setParameter(3, now.messages())
                    .setParameter(4, now.rows())
                    .setParameter(5, now.bytes())
                    .setParameter(6, now.wireBytes())
                    .setParameter(7, end.node())
                    .setParameter(8, utc(at))
                    .setParameter(9, end.channel())
                    .executeUpdate()
                    .chain(() -> add(session, end, growth, at)));
  }

  private static Uni<Void> add(Mutiny.Session session, End end, Figures growth, Instant at) {
    return session
        .createNativeQuery(ADD)
        .setParameter(1, Period.dayOf(at))
        .setParameter(2, end.service())
        .setParameter(3, end.node())
        .setParameter(4, end.side().name())
        .setParameter(5, growth.messages())
        .setParameter(6, growth.rows())
        .setParameter(7, growth.bytes())
        .setParameter(8, growth.wireBytes())
        .executeUpdate()
        .replaceWithVoid();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
