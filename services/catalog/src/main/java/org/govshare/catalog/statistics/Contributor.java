package org.govshare.catalog.statistics;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A department, office or business function behind the resources of a library.
 *
 * @param id code of a department, identity of the others
 * @param name its name
 * @param department code of the department it belongs to
 * @param resources how many resources of the library it is behind
 */
@RegisterForReflection
public record Contributor(String id, String name, String department, long resources) {}
