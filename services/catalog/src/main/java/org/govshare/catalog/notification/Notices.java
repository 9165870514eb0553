package org.govshare.catalog.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where features post what people are to be told. */
@Singleton
public class Notices {

  // Everybody to whom the notice goes and who wants this kind by e-mail, once each.
  private static final String QUEUE =
      """
      insert into notice_email
          (id, notice_id, person, address, language, state, next_attempt_at)
      select gen_random_uuid(), ?1, p.name, p.email, s.language, 'QUEUED', ?3
      from person p join notice_setting s on s.person = p.name
      where p.email is not null and p.email_refused_at is null
        and ?2 = any(string_to_array(s.email_kinds, ' '))
        and exists (
            select 1 from notice_address a
            where a.notice_id = ?1
              and (a.person = p.name
                   or (a.role = any(p.roles)
                       and (a.department is null or a.department = p.department))))
      """;

  private final NoticeTexts texts;
  private final EmailConfig config;
  private final Clock clock;

  Notices(NoticeTexts texts, EmailConfig config, Clock clock) {
    this.texts = texts;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Posts a notice in the caller's transaction: both are committed, or neither. Those who want it
   * by e-mail get one e-mail after the commit.
   */
  public Uni<Void> tell(Notice notice) {
    if (notice.to().none()) {
      return Uni.createFrom().voidItem();
    }
    Instant now = clock.instant();
    PostedNotice posted =
        new PostedNotice(notice.kind(), texts.written(notice.arguments()), notice.link(), now);
    List<NoticeAddress> addresses =
        Stream.concat(
                notice.to().people().stream().map(name -> NoticeAddress.of(posted.id(), name)),
                notice.to().holders().stream().map(role -> NoticeAddress.of(posted.id(), role)))
            .toList();
    return Panache.getSession()
        .chain(
            session ->
                session
                    .persist(posted)
                    .chain(session::flush)
                    .chain(() -> session.persistAll(addresses.toArray()))
                    .chain(session::flush)
                    .chain(() -> queue(session, posted)));
  }

  /** Arguments as text, to be kept for a {@link NoticeLine}. */
  public String written(Map<String, String> arguments) {
    return texts.written(arguments);
  }

  /** Several things as one argument of a notice: each becomes a line of its own. */
  public String lines(List<NoticeLine> lines) {
    return texts.lines(lines);
  }

  private Uni<Void> queue(Mutiny.Session session, PostedNotice posted) {
    if (!config.available()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(QUEUE)
        .setParameter(1, posted.id())
        .setParameter(2, posted.kind().name())
        .setParameter(3, posted.at().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }
}
