package org.govshare.catalog.organisation.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.organisation.EntryView;
import org.govshare.platform.version.Versioned;

/**
 * A matter.
 *
 * @param id identity
 * @param department whose matter it is
 * @param code its code in the department's list
 * @param name name
 * @param kind what kind of matter it is
 * @param description what it means
 * @param functionId business function that it belongs to
 * @param functionName name of that function
 * @param abolished whether nothing new may refer to it
 * @param updatedAt when it was last changed
 * @param revision counts its changes
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BusinessMatterView(
    UUID id,
    DepartmentView department,
    String code,
    String name,
    MatterKind kind,
    String description,
    UUID functionId,
    String functionName,
    boolean abolished,
    Instant updatedAt,
    long revision)
    implements Versioned, EntryView {}
