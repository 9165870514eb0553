package org.govshare.catalog.department;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A department with those below it.
 *
 * @param code code
 * @param name full name
 * @param serial its four digits in identifiers
 * @param kind what kind of body it is
 * @param regionCode code of its region
 * @param state whether it still acts
 * @param children in the order of their digits
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DepartmentNode(
    String code,
    String name,
    String serial,
    DepartmentKind kind,
    String regionCode,
    DepartmentState state,
    List<DepartmentNode> children) {}
