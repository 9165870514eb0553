package org.govshare.catalog.search;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A part of a text that a query hit.
 *
 * @param start offset of its first character, in UTF-16 units as in JavaScript
 * @param end offset behind its last
 */
@RegisterForReflection
public record Span(int start, int end) {}
