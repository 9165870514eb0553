package org.govshare.catalog.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.version.Versioned;

/**
 * How the caller is told. The revision is the number in its {@code ETag}.
 *
 * @param email their address, absent if they set none
 * @param language of e-mails
 * @param emailKinds kinds sent by e-mail as well
 * @param emailAvailable whether this platform sends e-mail at all
 * @param refusal why nothing is sent to the address any more, absent if it is fine
 * @param kinds every kind there is, with what it is called
 * @param revision counts the changes
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingView(
    String email,
    String language,
    Set<NoticeKind> emailKinds,
    boolean emailAvailable,
    Refusal refusal,
    List<Kind> kinds,
    long revision)
    implements Versioned {

  /** A mail server refused the address for good. */
  @RegisterForReflection
  @Schema(name = "EmailRefusal")
  record Refusal(Instant at, String reason) {}

  /** A kind and what it is called. */
  @RegisterForReflection
  @Schema(name = "NoticeKindLabel")
  record Kind(NoticeKind kind, String label) {}
}
