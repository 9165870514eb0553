package org.govshare.catalog.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * One event of a campaign.
 *
 * @param department whose step it was, absent if it was the whole campaign's
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignEventView(
    CampaignAction action,
    String department,
    CampaignStep step,
    String actor,
    String actorDepartment,
    String remark,
    Instant at) {}
