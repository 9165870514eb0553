package org.govshare.catalog.organisation.office;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.organisation.EntryView;
import org.govshare.platform.version.Versioned;

/**
 * An office.
 *
 * @param id identity
 * @param department whose office it is
 * @param name name
 * @param duties what it is there for
 * @param contactName whom to ask
 * @param contactPhone under which number
 * @param abolished whether nothing new may refer to it
 * @param updatedAt when it was last changed
 * @param revision counts its changes
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfficeView(
    UUID id,
    DepartmentView department,
    String name,
    String duties,
    String contactName,
    String contactPhone,
    boolean abolished,
    Instant updatedAt,
    long revision)
    implements Versioned, EntryView {}
