package org.govshare.catalog.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.govshare.catalog.person.Person;
import org.govshare.catalog.person.PersonDirectory;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.version.ExpectedVersion;
import org.hibernate.reactive.mutiny.Mutiny;

/** Each person's own settings. */
@Singleton
class SettingService {

  private final PersonDirectory people;
  private final NoticeTexts texts;
  private final EmailConfig config;

  SettingService(PersonDirectory people, NoticeTexts texts, EmailConfig config) {
    this.people = people;
    this.texts = texts;
    this.config = config;
  }

  @WithSession
  Uni<SettingView> read(Caller caller, Locale language) {
    return people
        .find(caller.name())
        .chain(
            person ->
                Panache.getSession()
                    .chain(session -> session.find(NoticeSetting.class, caller.name()))
                    .map(
                        setting ->
                            view(
                                person,
                                setting == null ? new NoticeSetting(caller.name()) : setting,
                                language)));
  }

  @WithTransaction
  Uni<SettingView> write(
      Caller caller, ExpectedVersion expected, SettingInput input, Locale language) {
    input.check();
    return people
        .reachAt(caller.name(), input.email())
        .chain(
            person ->
                Panache.getSession()
                    .chain(session -> setting(session, caller.name()))
                    .invoke(setting -> expected.check(setting.revision()))
                    .invoke(setting -> setting.write(input.language(), input.emailKinds()))
                    .map(setting -> view(Optional.of(person), setting, language)));
  }

  /** Locked, so that of two writers who saw the same version the second is told. */
  private static Uni<NoticeSetting> setting(Mutiny.Session session, String person) {
    return session
        .createNativeQuery(
            """
            insert into notice_setting (person, language, email_kinds, revision)
            values (?1, 'zh', '', 0) on conflict do nothing
            """)
        .setParameter(1, person)
        .executeUpdate()
        .chain(() -> session.find(NoticeSetting.class, person, LockModeType.PESSIMISTIC_WRITE));
  }

  private SettingView view(Optional<Person> person, NoticeSetting setting, Locale language) {
    return new SettingView(
        person.flatMap(Person::email).orElse(null),
        setting.language(),
        setting.emailKinds(),
        config.available(),
        person
            .filter(known -> known.emailRefusedAt() != null)
            .map(known -> new SettingView.Refusal(known.emailRefusedAt(), known.emailRefusal()))
            .orElse(null),
        Arrays.stream(NoticeKind.values())
            .map(kind -> new SettingView.Kind(kind, texts.label(kind, language)))
            .toList(),
        setting.revision());
  }
}
