package org.govshare.catalog.notification;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Shows a person's notices and remembers what they have read. */
@Singleton
class NoticeService {

  private final NoticeRepository notices;
  private final NoticeTexts texts;
  private final Clock clock;

  NoticeService(NoticeRepository notices, NoticeTexts texts, Clock clock) {
    this.notices = notices;
    this.texts = texts;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<NoticeView>> list(
      Caller caller, boolean unreadAlone, Locale language, PageRequest page) {
    return notices
        .page(caller, unreadAlone, page)
        .chain(
            found ->
                notices
                    .readings(caller, found.items())
                    .map(
                        read ->
                            found.map(notice -> view(notice, read.get(notice.id()), language))));
  }

  private NoticeView view(PostedNotice notice, Instant readAt, Locale language) {
    return new NoticeView(
        notice.id(),
        notice.kind(),
        texts.title(notice.kind(), notice.arguments(), language),
        texts.text(notice.kind(), notice.arguments(), language),
        notice.link(),
        notice.at(),
        readAt);
  }

  @WithSession
  Uni<NoticeCount> countUnread(Caller caller) {
    return notices.countUnread(caller).map(NoticeCount::new);
  }

  @WithTransaction
  Uni<Void> read(Caller caller, UUID id) {
    return notices
        .mine(caller, id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("notice-not-found", id))
        .chain(notice -> notices.read(caller, id, clock.instant()));
  }

  @WithTransaction
  Uni<NoticeCount> readAll(Caller caller) {
    return notices.readAll(caller, clock.instant()).map(NoticeCount::new);
  }
}
