package org.govshare.catalog.organisation.system;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.catalog.department.DepartmentView;

/**
 * How far a department has come with its clean-up.
 *
 * @param department the department
 * @param systems systems it has that are not taken down
 * @param suspects those that are asked whether they are still needed
 * @param open suspects without a decision
 * @param keep suspects to be kept
 * @param merge suspects to be merged
 * @param retire suspects to be taken down
 */
@RegisterForReflection
public record DepartmentAudit(
    DepartmentView department,
    long systems,
    long suspects,
    long open,
    long keep,
    long merge,
    long retire) {}
