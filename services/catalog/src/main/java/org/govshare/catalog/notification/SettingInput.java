package org.govshare.catalog.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import java.util.regex.Pattern;
import org.govshare.platform.problem.InputChecks;

/**
 * How a person wants to be told, as they write it.
 *
 * @param email address for e-mail, absent for none
 * @param language of e-mails, {@code zh} or {@code en}
 * @param emailKinds kinds sent by e-mail as well, may be empty
 */
@RegisterForReflection
record SettingInput(String email, String language, Set<NoticeKind> emailKinds) {

  // What every mail server takes; comments, quotes and address literals are left to others.
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+=-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final int ADDRESS_LIMIT = 254;

  void check() {
    new InputChecks()
        .optionalText("email", email, ADDRESS_LIMIT)
        .that(email == null || ADDRESS.matcher(email).matches(), "email", "not-an-address")
        .required("language", language)
        .that(language == null || Set.of("zh", "en").contains(language), "language", "unknown")
        .required("emailKinds", emailKinds)
        .that(
            emailKinds == null || emailKinds.isEmpty() || email != null,
            "email",
            "needed-for-email")
        .that(emailKinds == null || !emailKinds.contains(null), "emailKinds", "required")
        .done();
  }
}
