package org.govshare.catalog.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something that a notice tells beside other things, each worded in the reader's language.
 *
 * @param kind what it is about
 * @param arguments for the wording, as {@link Notices#written} writes them
 * @param link path in the portal that shows more, or {@code null}
 */
@RegisterForReflection
public record NoticeLine(NoticeKind kind, String arguments, String link) {}
