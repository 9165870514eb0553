package org.govshare.catalog.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.platform.version.Versioned;

/** An evaluation without its results. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationView(
    UUID id,
    String title,
    LocalDate periodFrom,
    LocalDate periodTo,
    EvaluationState state,
    String createdBy,
    Instant createdAt,
    Instant computedAt,
    String publishedBy,
    Instant publishedAt,
    long revision)
    implements Versioned {}
