package org.govshare.catalog.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A category with those below it.
 *
 * @param code six digits
 * @param name name
 * @param level 1 类, 2 项, 3 目, 4 细目
 * @param position its place among those below the same category
 * @param description what belongs into it
 * @param retired whether nothing new may be filed under it
 * @param resources published resources filed under this very category
 * @param total those and all filed below it
 * @param children in their order
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategoryNode(
    String code,
    String name,
    int level,
    int position,
    String description,
    boolean retired,
    long resources,
    long total,
    List<CategoryNode> children) {}
