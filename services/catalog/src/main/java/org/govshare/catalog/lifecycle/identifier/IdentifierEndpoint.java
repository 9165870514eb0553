package org.govshare.catalog.lifecycle.identifier;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;

/** Identifiers in use. */
@Path("/api/catalog/v1/identifiers")
@Authenticated
class IdentifierEndpoint {

  private final IdentifierService identifiers;
  private final ProblemTexts texts;
  private final CurrentUser user;

  IdentifierEndpoint(IdentifierService identifiers, ProblemTexts texts, CurrentUser user) {
    this.identifiers = identifiers;
    this.texts = texts;
    this.user = user;
  }

  /** Checks identifiers as somebody wrote them, in their order. */
  @POST
  @Path("check")
  public Uni<List<CodeCheck>> check(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, CodesInput codes) {
    return identifiers.check(user.caller(), InputChecks.body(codes), texts.language(language));
  }

  /** Codes that arrived with resources and cannot simply be kept. */
  @GET
  @Path("collisions")
  public Uni<Page<Collision>> collisions(
      @QueryParam("kind") Collision.Kind kind,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    return identifiers.collisions(
        user.caller(), kind, PageRequest.of(page, size), texts.language(language));
  }

  /**
   * Who has an identifier.
   *
   * @param prefix the sixteen digits before its slash
   * @param number the five after it
   */
  @GET
  @Path("{prefix: [0-9]{16}}/{number: [0-9]{5}}")
  public Uni<IdentifierView> read(@RestPath String prefix, @RestPath String number) {
    return identifiers.read(user.caller(), prefix + "/" + number);
  }
}
