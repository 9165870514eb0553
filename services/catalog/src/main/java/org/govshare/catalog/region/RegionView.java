package org.govshare.catalog.region;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.version.Versioned;

/**
 * A region.
 *
 * @param code six, nine or twelve digits
 * @param parent code of the region above, absent for a province
 * @param name name
 * @param level level, as the code says
 * @param standard where the code comes from
 * @param note what should be known about it
 * @param abolished whether nothing new may be assigned to it
 * @param revision counts its changes
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegionView(
    String code,
    String parent,
    String name,
    RegionLevel level,
    RegionStandard standard,
    String note,
    boolean abolished,
    long revision)
    implements Versioned {}
