package org.govshare.catalog.library.element;

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
import java.util.List;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Standard data elements. */
@Path(ElementEndpoint.PATH)
@Authenticated
class ElementEndpoint {

  static final String PATH = "/api/catalog/v1/library/data-elements";

  private final ElementService elements;
  private final CurrentUser user;
  private final Clock clock;

  ElementEndpoint(ElementService elements, CurrentUser user, Clock clock) {
    this.elements = elements;
    this.user = user;
    this.clock = clock;
  }

  /**
   * A page of elements in the order of their identifiers.
   *
   * @param q words that all occur in identifier, name, synonyms or definition
   */
  @GET
  public Uni<Page<ElementView>> list(
      @QueryParam("q") String q,
      @QueryParam("state") EntryState state,
      @QueryParam("dataType") ElementType dataType,
      @QueryParam("codeTableId") UUID codeTableId,
      @QueryParam("standardId") UUID standardId,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    EntryQuery query =
        new EntryQuery(SearchText.queryWords(q))
            .and("dataType = ?#", dataType)
            .and("codeTableId = ?#", codeTableId)
            .and("standardId = ?#", standardId)
            .inState(state, Validity.today(clock));
    return elements.page(query, PageRequest.of(page, size));
  }

  /**
   * The elements in force that an item may mean: at most ten, the likeliest first.
   *
   * @param name what the item is called
   */
  @GET
  @Path("suggestions")
  public Uni<List<ElementSuggestion>> suggest(@QueryParam("name") String name) {
    new InputChecks().text("name", name, 100).done();
    return elements.suggest(name);
  }

  /** One element. */
  @GET
  @Path("{id}")
  public Uni<ElementView> read(@RestPath UUID id) {
    return elements.read(id);
  }

  /** Adds an element. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ElementView.class)))
  public Uni<RestResponse<ElementView>> create(ElementInput input) {
    return elements
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, PATH + "/" + view.id()));
  }

  /** Changes an element; a day of repeal takes it out of force. */
  @PUT
  @Path("{id}")
  public Uni<ElementView> change(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ElementInput input) {
    return elements.change(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Deletes an element that nothing cites. */
  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return elements.delete(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
