package org.govshare.catalog.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A step of the way and whether the caller can take it now.
 *
 * @param action the step
 * @param allowed whether it can be taken
 * @param code why not, as in the type of the problem it would be; absent if it can
 * @param reason the same in the caller's language
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PossibleStep(TransitionAction action, boolean allowed, String code, String reason) {}
