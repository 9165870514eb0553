package org.govshare.catalog.lifecycle.bulk;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.ProblemTexts;

/** Steps with many resources at once. */
@Path("/api/catalog/v1/resources/bulk")
@Authenticated
class BulkEndpoint {

  private final BulkService bulk;
  private final ProblemTexts texts;
  private final CurrentUser user;

  BulkEndpoint(BulkService bulk, ProblemTexts texts, CurrentUser user) {
    this.bulk = bulk;
    this.texts = texts;
    this.user = user;
  }

  /** Takes a step with each resource that allows it, and says what became of every one. */
  @POST
  public Uni<BulkResult> take(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, BulkAction action) {
    return bulk.take(user.caller(), InputChecks.body(action), texts.language(language));
  }
}
