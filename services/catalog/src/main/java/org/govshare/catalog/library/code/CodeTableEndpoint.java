package org.govshare.catalog.library.code;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.catalog.library.EntryQuery;
import org.govshare.catalog.library.EntryState;
import org.govshare.catalog.library.Validity;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Code tables, their versions and codes. */
@Path(CodeTableEndpoint.PATH)
@Authenticated
class CodeTableEndpoint {

  static final String PATH = "/api/catalog/v1/library/code-tables";

  private final CodeTableService tables;
  private final CurrentUser user;
  private final Clock clock;

  CodeTableEndpoint(CodeTableService tables, CurrentUser user, Clock clock) {
    this.tables = tables;
    this.user = user;
    this.clock = clock;
  }

  /**
   * A page of code tables in the order of their identifiers.
   *
   * @param q words that all occur in identifier, name or definition
   */
  @GET
  public Uni<Page<CodeTableView>> list(
      @QueryParam("q") String q,
      @QueryParam("state") EntryState state,
      @QueryParam("standardId") UUID standardId,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    EntryQuery query =
        new EntryQuery(SearchText.queryWords(q))
            .and("standardId = ?#", standardId)
            .inState(state, Validity.today(clock));
    return tables.page(query, PageRequest.of(page, size));
  }

  /** One code table. */
  @GET
  @Path("{id}")
  public Uni<CodeTableView> read(@RestPath UUID id) {
    return tables.read(id);
  }

  /** Adds a code table, yet without codes. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = CodeTableView.class)))
  public Uni<RestResponse<CodeTableView>> create(CodeTableInput input) {
    return tables
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, PATH + "/" + view.id()));
  }

  /** Changes a code table; a day of repeal takes it out of force. */
  @PUT
  @Path("{id}")
  public Uni<CodeTableView> change(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CodeTableInput input) {
    return tables.change(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Deletes a code table that nothing cites, with its versions. */
  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return tables.delete(user.caller(), id, ExpectedVersion.of(ifMatch));
  }

  /** A page of its versions, the latest first. */
  @GET
  @Path("{id}/versions")
  public Uni<Page<VersionView>> versions(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return tables.versions(id, PageRequest.of(page, size));
  }

  /** Adds a version with all its codes; it never changes afterwards. */
  @POST
  @Path("{id}/versions")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = VersionView.class)))
  public Uni<VersionView> add(@RestPath UUID id, VersionInput input) {
    return tables.add(user.caller(), id, InputChecks.body(input));
  }

  /**
   * A page of the codes of one version.
   *
   * @param version number of the version; the one valid today if absent
   * @param q a text that occurs in code or name
   */
  @GET
  @Path("{id}/codes")
  public Uni<Page<CodeInput>> codes(
      @RestPath UUID id,
      @QueryParam("version") Integer version,
      @QueryParam("q") String q,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    new InputChecks().optionalText("q", q, SearchText.QUERY_LIMIT).done();
    return tables.codes(id, version, q, PageRequest.of(page, size));
  }
}
