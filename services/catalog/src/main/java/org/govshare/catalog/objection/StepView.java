package org.govshare.catalog.objection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A step of an objection. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepView(
    ObjectionAction action,
    ObjectionState from,
    ObjectionState to,
    String actor,
    String department,
    String remark,
    Instant at) {}
