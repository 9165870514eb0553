package org.govshare.catalog.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.search.Span;

/**
 * A text in which words of the query occur.
 *
 * @param field where: {@code name}, {@code abstract}, {@code keyword}, {@code item}, {@code
 *     fieldName} or {@code description}
 * @param text the text, or of a long one what is around the first place
 * @param spans places in this text
 * @param itemId the item whose text it is, absent for texts of the resource
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Highlight(String field, String text, List<Span> spans, UUID itemId) {}
