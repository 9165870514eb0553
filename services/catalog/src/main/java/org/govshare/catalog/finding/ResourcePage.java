package org.govshare.catalog.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A page of what was found.
 *
 * @param items the best hits first; without words, the newest
 * @param total how many there are in all
 * @param page number of this page, from 0; 0 too when the list was continued
 * @param size how many fit on a page
 * @param next where the list goes on, for the parameter {@code after}; absent at its end
 * @param facets all that was found, counted; absent unless asked for
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourcePage(
    List<ResourceSummary> items, long total, int page, int size, String next, Facets facets) {}
