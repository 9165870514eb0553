package org.govshare.catalog.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A task was handed over.
 *
 * @param from whose it was, absent if it was everybody's
 * @param to whose it is, absent if it is everybody's again
 * @param by who handed it over
 * @param remark why, may be absent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskAssignmentView(String from, String to, String by, String remark, Instant at) {}
