package org.govshare.catalog.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How a person wants to be told. */
@Entity
@Table(name = "notice_setting")
class NoticeSetting {

  @Id private String person;
  private String language;
  private String emailKinds;
  private long revision;

  protected NoticeSetting() {}

  /** What holds as long as a person has set nothing. */
  NoticeSetting(String person) {
    this.person = person;
    this.language = "zh";
    this.emailKinds = "";
  }

  void write(String newLanguage, Set<NoticeKind> kinds) {
    language = newLanguage;
    emailKinds = kinds.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    // Counted here and not by the provider: the address beside it belongs to the same version.
    revision++;
  }

  String language() {
    return language;
  }

  /** Kinds sent by e-mail as well; names of kinds that no longer exist are left out. */
  Set<NoticeKind> emailKinds() {
    Set<String> names = Set.of(emailKinds.split(" "));
    return Arrays.stream(NoticeKind.values())
        .filter(kind -> names.contains(kind.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(NoticeKind.class)));
  }

  long revision() {
    return revision;
  }
}
