package org.govshare.catalog.finding.saved;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.catalog.finding.QueryParameters;
import org.govshare.platform.problem.InputChecks;

/**
 * A search to keep.
 *
 * @param name what its owner calls it, at most 100 characters, each once
 * @param query the query of a list of resources as its address holds it, for example {@code
 *     q=企业&sharingType=UNCONDITIONAL}; at most 2,000 characters
 */
@RegisterForReflection
record SavedSearchInput(String name, String query) {

  void check() {
    new InputChecks().text("name", name, 100).optionalText("query", query, 2_000).done();
    QueryParameters.parse(query == null ? "" : query);
  }
}
