package org.govshare.exchange.domain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A business domain.
 *
 * @param code its code
 * @param name its name
 * @param createdAt since when it exists
 */
@RegisterForReflection
public record DomainView(String code, String name, Instant createdAt) {}
