package org.govshare.catalog.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A category.
 *
 * @param code six digits
 * @param parent code of the category above, absent at the top
 * @param name name
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategoryView(String code, String parent, String name) {}
