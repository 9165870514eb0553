package org.govshare.exchange.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A version of a service's design, in a list.
 *
 * @param number from 1
 * @param restoredFrom the version that it put in force again, if it did
 * @param changedBy who made it
 * @param changedAt when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionSummary(
    int number, Integer restoredFrom, String changedBy, Instant changedAt) {}
