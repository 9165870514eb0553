package org.govshare.exchange.announcement;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A business domain is new or has changed.
 *
 * @param domain its code
 * @param name its name
 */
@RegisterForReflection
public record DomainChanged(String domain, String name) {}
