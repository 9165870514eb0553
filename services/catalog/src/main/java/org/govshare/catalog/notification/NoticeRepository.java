package org.govshare.catalog.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on what was posted to one person. */
@Singleton
class NoticeRepository implements PanacheRepositoryBase<PostedNotice, UUID> {

  private static final String MINE =
      """
      id in (
          select a.noticeId from NoticeAddress a
          where a.person = :person
             or (a.role in :roles and (a.department is null or a.department = :department)))
      """;

  private static final String UNREAD =
      MINE + " and id not in (select r.noticeId from NoticeReading r where r.person = :person)";

  private static final String READ =
      """
      insert into notice_reading (notice_id, person, read_at) values (?1, ?2, ?3)
      on conflict do nothing
      """;

  // Names of roles hold no blanks.
  private static final String READ_ALL =
      """
      insert into notice_reading (notice_id, person, read_at)
      select distinct a.notice_id, ?1, cast(?2 as timestamptz) from notice_address a
      where a.person = ?1
         or (a.role = any(string_to_array(?3, ' '))
             and (a.department is null or a.department = ?4))
      on conflict do nothing
      """;

  Uni<Page<PostedNotice>> page(Caller caller, boolean unreadAlone, PageRequest page) {
    String condition = unreadAlone ? UNREAD : MINE;
    Map<String, Object> parameters = parameters(caller);
    return count(condition, parameters)
        .chain(
            total ->
                find(condition + " order by at desc, id", parameters)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<PostedNotice> found) -> Page.of(found, total, page)));
  }

  Uni<Long> countUnread(Caller caller) {
    return count(UNREAD, parameters(caller));
  }

  /** One notice to the caller, or {@code null}. */
  Uni<PostedNotice> mine(Caller caller, UUID id) {
    Map<String, Object> parameters = parameters(caller);
    parameters.put("id", id);
    return find("id = :id and " + MINE, parameters).firstResult();
  }

  /** When the caller read which of these. */
  Uni<Map<UUID, Instant>> readings(Caller caller, List<PostedNotice> notices) {
    if (notices.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery(
                        "from NoticeReading where person = ?1 and noticeId in ?2",
                        NoticeReading.class)
                    .setParameter(1, caller.name())
                    .setParameter(2, notices.stream().map(PostedNotice::id).toList())
                    .getResultList())
        .map(
            found ->
                found.stream()
                    .collect(Collectors.toMap(NoticeReading::noticeId, NoticeReading::readAt)));
  }

  Uni<Void> read(Caller caller, UUID id, Instant now) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(READ)
                    .setParameter(1, id)
                    .setParameter(2, caller.name())
                    .setParameter(3, now.atOffset(ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Marks everything posted to the caller as read, and says how many that were not. */
  Uni<Integer> readAll(Caller caller, Instant now) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(READ_ALL)
                    .setParameter(1, caller.name())
                    .setParameter(2, now.atOffset(ZoneOffset.UTC))
                    .setParameter(3, String.join(" ", caller.roles()))
                    .setParameter(4, caller.department().orElse(""))
                    .executeUpdate());
  }

  private static Map<String, Object> parameters(Caller caller) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("person", caller.name());
    // A list of no roles cannot be compared with.
    parameters.put("roles", caller.roles().isEmpty() ? List.of("") : caller.roles());
    parameters.put("department", caller.department().orElse(""));
    return parameters;
  }
}
