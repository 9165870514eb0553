package org.govshare.catalog.identifier.scheme;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** The scheme of the identifiers: read by everybody who is signed in, changed by the publisher. */
@Path("/api/catalog/v1/identifier-scheme")
@Authenticated
class SchemeEndpoint {

  private final IdentifierSchemes schemes;
  private final ProblemTexts texts;
  private final CurrentUser user;

  SchemeEndpoint(IdentifierSchemes schemes, ProblemTexts texts, CurrentUser user) {
    this.schemes = schemes;
    this.texts = texts;
    this.user = user;
  }

  /** The scheme that holds. */
  @GET
  public Uni<SchemeView> read() {
    return schemes.read();
  }

  /** Puts another scheme in force; identifiers already allotted keep theirs. */
  @PUT
  public Uni<SchemeView> change(
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, SchemeInput input) {
    return schemes.change(user.caller(), ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Shows what a scheme would mean and changes nothing. */
  @POST
  @Path("preview")
  public Uni<SchemePreview> preview(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, SchemeInput input) {
    return schemes.preview(user.caller(), InputChecks.body(input), texts.language(language));
  }

  /** All schemes there were, the one that holds first. */
  @GET
  @Path("history")
  public Uni<Page<SchemeView>> history(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return schemes.history(PageRequest.of(page, size));
  }
}
