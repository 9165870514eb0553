package org.govshare.catalog.library.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.catalog.library.EntryState;
import org.govshare.platform.version.Versioned;

/** A policy or standard. The revision is the number in its {@code ETag}. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentView(
    UUID id,
    DocumentKind kind,
    String title,
    String documentNumber,
    String issuingBody,
    String summary,
    LocalDate issuedOn,
    LocalDate effectiveOn,
    LocalDate repealedOn,
    EntryState state,
    UUID replacedBy,
    long revision)
    implements Versioned {}
