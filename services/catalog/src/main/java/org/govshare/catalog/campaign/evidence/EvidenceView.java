package org.govshare.catalog.campaign.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.platform.version.Versioned;

/**
 * A piece of evidence; its files are attachments of owner {@code CAMPAIGN_EVIDENCE}. The revision
 * is the number in its {@code ETag}.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceView(
    UUID id,
    UUID campaignId,
    DepartmentView department,
    EvidenceKind kind,
    String title,
    String description,
    String createdBy,
    Instant createdAt,
    long revision)
    implements Versioned {}
