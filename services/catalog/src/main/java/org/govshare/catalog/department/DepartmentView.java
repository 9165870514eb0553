package org.govshare.catalog.department;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A department.
 *
 * @param code as in the tokens of its people
 * @param name full name
 */
@RegisterForReflection
public record DepartmentView(String code, String name) {}
