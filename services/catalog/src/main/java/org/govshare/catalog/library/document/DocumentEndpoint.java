package org.govshare.catalog.library.document;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Policies and standards. */
@Path(DocumentEndpoint.PATH)
@Authenticated
class DocumentEndpoint {

  static final String PATH = "/api/catalog/v1/library/documents";

  private final DocumentService documents;
  private final CurrentUser user;
  private final Clock clock;

  DocumentEndpoint(DocumentService documents, CurrentUser user, Clock clock) {
    this.documents = documents;
    this.user = user;
    this.clock = clock;
  }

  /**
   * A page of documents in the order of their numbers.
   *
   * @param q words that all occur in title, number, issuing body or summary
   * @param issuingBody the body that issued them
   */
  @GET
  public Uni<Page<DocumentView>> list(
      @QueryParam("q") String q,
      @QueryParam("kind") DocumentKind kind,
      @QueryParam("state") EntryState state,
      @QueryParam("issuingBody") String issuingBody,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    EntryQuery query =
        new EntryQuery(SearchText.queryWords(q))
            .and("kind = ?#", kind)
            .and("issuingBody = ?#", issuingBody)
            .inState(state, Validity.today(clock));
    return documents.page(query, PageRequest.of(page, size));
  }

  /** One document. */
  @GET
  @Path("{id}")
  public Uni<DocumentView> read(@RestPath UUID id) {
    return documents.read(id);
  }

  /** Adds a document. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = DocumentView.class)))
  public Uni<RestResponse<DocumentView>> create(DocumentInput input) {
    return documents
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, PATH + "/" + view.id()));
  }

  /** Changes a document; a day of repeal takes it out of force. */
  @PUT
  @Path("{id}")
  public Uni<DocumentView> change(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, DocumentInput input) {
    return documents.change(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Deletes a document that nothing cites. */
  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return documents.delete(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
