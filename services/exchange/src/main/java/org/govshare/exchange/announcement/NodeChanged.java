package org.govshare.exchange.announcement;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A node is new or has changed.
 *
 * @param node its code
 * @param name its name
 * @param department code of the department it belongs to
 */
@RegisterForReflection
public record NodeChanged(String node, String name, String department) {}
