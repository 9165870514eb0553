package org.govshare.catalog.demand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A step of a demand. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record DemandStepView(
    DemandAction action,
    DemandState from,
    DemandState to,
    String actor,
    String department,
    String remark,
    Instant at) {}
