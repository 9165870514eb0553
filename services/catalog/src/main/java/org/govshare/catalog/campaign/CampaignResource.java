package org.govshare.catalog.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.ResourceState;

/** A resource compiled in a campaign: one of those that its progress counts. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignResource(
    UUID id,
    String identifier,
    String name,
    int version,
    ResourceState state,
    DepartmentView department,
    int itemCount,
    Instant updatedAt) {}
