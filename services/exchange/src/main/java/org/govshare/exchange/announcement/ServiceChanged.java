package org.govshare.exchange.announcement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * An exchange service is new or has changed.
 *
 * @param service its identifier
 * @param code its code
 * @param name its name
 * @param domain code of its domain
 * @param process name of the business process it is part of
 * @param sourceNode code of the node it reads at
 * @param targetNode code of the node it writes at
 * @param sourceDepartment code of the providing department
 * @param targetDepartment code of the receiving department
 * @param state {@code DEPLOYED} or {@code STOPPED}
 */
@RegisterForReflection
public record ServiceChanged(
    UUID service,
    String code,
    String name,
    String domain,
    String process,
    String sourceNode,
    String targetNode,
    String sourceDepartment,
    String targetDepartment,
    String state) {}
