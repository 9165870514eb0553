package org.govshare.catalog.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * One step of a request's way.
 *
 * @param from absent for the first step
 * @param department department of who took it, absent for the platform itself
 * @param remark why, may be absent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestTransitionView(
    RequestAction action,
    RequestState from,
    RequestState to,
    String actor,
    String department,
    String remark,
    Instant at) {}
