package org.govshare.catalog.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A notice in the caller's language.
 *
 * @param id identity
 * @param kind what it is about
 * @param title one line
 * @param text the whole
 * @param link path in the portal that shows more, may be absent
 * @param at when it was posted
 * @param readAt when the caller read it, absent if they have not
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeView(
    UUID id, NoticeKind kind, String title, String text, String link, Instant at, Instant readAt) {}
