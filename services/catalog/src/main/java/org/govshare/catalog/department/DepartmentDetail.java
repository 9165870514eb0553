package org.govshare.catalog.department;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.govshare.platform.version.Versioned;

/**
 * Everything about a department.
 *
 * @param code as in the tokens of its people
 * @param name full name
 * @param serial its four digits in identifiers
 * @param parent code of the department above, absent at the top
 * @param kind what kind of body it is
 * @param regionCode code of its region
 * @param creditCode 统一社会信用代码
 * @param state whether it still acts
 * @param abolitionReason why it does not
 * @param abolishedAt since when it does not
 * @param revision counts its changes
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DepartmentDetail(
    String code,
    String name,
    String serial,
    String parent,
    DepartmentKind kind,
    String regionCode,
    String creditCode,
    DepartmentState state,
    String abolitionReason,
    Instant abolishedAt,
    long revision)
    implements Versioned {}
