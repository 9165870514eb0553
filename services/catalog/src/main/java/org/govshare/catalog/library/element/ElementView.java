package org.govshare.catalog.library.element;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.library.EntryState;
import org.govshare.platform.version.Versioned;

/** A standard data element. The revision is the number in its {@code ETag}. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ElementView(
    UUID id,
    String identifier,
    String name,
    List<String> synonyms,
    String definition,
    ElementType dataType,
    Integer length,
    String representation,
    UUID codeTableId,
    UUID standardId,
    LocalDate effectiveOn,
    LocalDate repealedOn,
    EntryState state,
    long revision)
    implements Versioned {}
