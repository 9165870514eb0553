package org.govshare.catalog.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.govshare.catalog.resource.FieldRemark;
import org.govshare.catalog.resource.ResourceState;

/** One step of a resource's way. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransitionView(
    TransitionAction action,
    ResourceState from,
    ResourceState to,
    String actor,
    String department,
    String remark,
    Instant at,
    List<FieldRemark> remarks) {}
