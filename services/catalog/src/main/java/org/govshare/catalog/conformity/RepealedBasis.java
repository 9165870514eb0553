package org.govshare.catalog.conformity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A repealed policy that resources still rest on.
 *
 * @param replacedBy what took its place, absent if nothing did
 * @param resourceCount how many resources in the catalogue rest on it
 * @param itemCount how many of their items do
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record RepealedBasis(
    UUID id,
    String documentNumber,
    String title,
    LocalDate repealedOn,
    UUID replacedBy,
    long resourceCount,
    long itemCount) {}
