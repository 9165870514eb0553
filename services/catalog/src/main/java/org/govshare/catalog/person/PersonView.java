package org.govshare.catalog.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Set;

/**
 * A person as colleagues see them; the address stays with its owner.
 *
 * @param name user name
 * @param department code of the department they act for, absent for the 三员
 * @param roles roles on the platform
 * @param lastSeen when they called last, to a few minutes
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonView(String name, String department, Set<String> roles, Instant lastSeen) {}
