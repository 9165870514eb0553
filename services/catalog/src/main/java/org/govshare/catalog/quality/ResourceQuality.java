package org.govshare.catalog.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;

/**
 * How good one entry is.
 *
 * @param id the resource
 * @param name its name
 * @param department whose it is
 * @param score from 0 to 100
 * @param gains what would make it better, the greatest gain first
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceQuality(
    UUID id, String name, DepartmentView department, BigDecimal score, List<Gain> gains) {}
