package org.govshare.catalog.organisation.system;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;

/**
 * A system that is asked whether it is still needed.
 *
 * @param system the system
 * @param reasons why
 * @param idleDays days since it was last used or seen at work, absent if it never was
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditedSystem(SystemView system, Set<AuditReason> reasons, Long idleDays) {}
