package org.govshare.exchange.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * An exchange service in a list.
 *
 * @param id its identifier
 * @param code its code
 * @param name its name
 * @param domain code of its domain
 * @param process name of the business process it is part of
 * @param mode what a run transfers
 * @param sourceNode code of the node it reads at
 * @param targetNode code of the node it writes at
 * @param sourceDepartment code of the providing department
 * @param targetDepartment code of the receiving department
 * @param state whether it may be run
 * @param stopReason why it may not
 * @param changedAt when it last changed
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceSummary(
    UUID id,
    String code,
    String name,
    String domain,
    String process,
    Mode mode,
    String sourceNode,
    String targetNode,
    String sourceDepartment,
    String targetDepartment,
    ServiceState state,
    String stopReason,
    Instant changedAt) {}
