package org.govshare.catalog.library.code;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a code table, without its codes.
 *
 * @param number counts the versions of a table from 1
 * @param validUntil last day, absent for the latest
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionView(
    int number,
    String label,
    LocalDate validFrom,
    LocalDate validUntil,
    int codeCount,
    String createdBy,
    Instant createdAt) {}
