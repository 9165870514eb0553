package org.govshare.catalog.notification;

import java.util.Map;
import java.util.Objects;

/**
 * Something to tell.
 *
 * @param kind what it is about
 * @param to who is told; nobody if empty
 * @param arguments values for the wording of the kind, by name
 * @param link path in the portal that shows more, for example {@code /resources/<id>}, or {@code
 *     null}
 */
public record Notice(NoticeKind kind, Recipients to, Map<String, String> arguments, String link) {

  public Notice {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(to, "to");
    arguments = Map.copyOf(arguments);
    if (link != null && !link.startsWith("/")) {
      throw new IllegalArgumentException("A notice links to a path in the portal, not " + link);
    }
  }
}
