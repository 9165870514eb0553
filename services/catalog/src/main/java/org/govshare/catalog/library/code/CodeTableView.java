package org.govshare.catalog.library.code;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.catalog.library.EntryState;
import org.govshare.platform.version.Versioned;

/** A code table. The revision is the number in its {@code ETag}. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodeTableView(
    UUID id,
    String identifier,
    String name,
    String definition,
    UUID standardId,
    LocalDate effectiveOn,
    LocalDate repealedOn,
    EntryState state,
    long revision)
    implements Versioned {}
