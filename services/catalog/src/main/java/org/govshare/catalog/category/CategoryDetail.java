package org.govshare.catalog.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.version.Versioned;

/**
 * Everything about a category.
 *
 * @param code six digits
 * @param parent code of the category above, absent at the top
 * @param name name
 * @param level 1 类, 2 项, 3 目, 4 细目
 * @param position its place among those below the same category
 * @param description what belongs into it
 * @param retired whether nothing new may be filed under it
 * @param revision counts its changes
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategoryDetail(
    String code,
    String parent,
    String name,
    int level,
    int position,
    String description,
    boolean retired,
    long revision)
    implements Versioned {}
