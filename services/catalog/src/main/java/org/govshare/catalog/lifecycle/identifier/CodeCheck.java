package org.govshare.catalog.lifecycle.identifier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a check of one identifier found.
 *
 * @param identifier as it was written
 * @param valid whether it fits the scheme
 * @param taken whether it belongs to a resource already
 * @param code why it does not fit, a stable word
 * @param reason the same in the caller's language
 * @param suggestion what was probably meant
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodeCheck(
    String identifier,
    boolean valid,
    boolean taken,
    String code,
    String reason,
    String suggestion) {}
