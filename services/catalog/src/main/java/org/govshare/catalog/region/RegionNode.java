package org.govshare.catalog.region;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A region with the regions below it.
 *
 * @param code code
 * @param name name
 * @param level level
 * @param abolished whether nothing new may be assigned to it
 * @param children in the order of their codes; empty where the tree was cut off
 */
@RegisterForReflection
public record RegionNode(
    String code, String name, RegionLevel level, boolean abolished, List<RegionNode> children) {}
