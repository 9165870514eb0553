package org.govshare.catalog.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.category.CategoryView;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.platform.version.Versioned;

/**
 * A campaign. The revision is the number in its {@code ETag}.
 *
 * @param participants how many departments take part; who and how far is in its progress
 * @param closedAt absent while it goes on
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignView(
    UUID id,
    String name,
    CategoryView category,
    DepartmentView leadDepartment,
    String description,
    List<BatchInput> batches,
    int participants,
    String createdBy,
    Instant createdAt,
    Instant closedAt,
    long revision)
    implements Versioned {}
