package org.govshare.catalog.organisation.function;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.organisation.EntryView;
import org.govshare.platform.version.Versioned;

/**
 * A business function.
 *
 * @param id identity
 * @param department whose function it is
 * @param name name
 * @param source where it is laid down
 * @param basis document and clause
 * @param legalBasisId policy in the library that the basis is, may be absent
 * @param description what it means
 * @param officeId office that fulfils it
 * @param officeName name of that office
 * @param abolished whether nothing new may refer to it
 * @param updatedAt when it was last changed
 * @param revision counts its changes
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BusinessFunctionView(
    UUID id,
    DepartmentView department,
    String name,
    FunctionSource source,
    String basis,
    UUID legalBasisId,
    String description,
    UUID officeId,
    String officeName,
    boolean abolished,
    Instant updatedAt,
    long revision)
    implements Versioned, EntryView {}
