package org.govshare.catalog.demand;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.govshare.catalog.table.CsvTable;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;

/** 信息需求目录: what departments need from each other, out of all demands and requests. */
@Path("/api/catalog/v1/demand-catalogue")
@Authenticated
class NeedEndpoint {

  private final NeedService needs;
  private final ProblemTexts languages;
  private final CurrentUser user;

  NeedEndpoint(NeedService needs, ProblemTexts languages, CurrentUser user) {
    this.needs = needs;
    this.languages = languages;
    this.user = user;
  }

  /**
   * A page of it, the latest first.
   *
   * @param department department that needs
   * @param provider department that has it, is named for it or is thought to have it
   * @param kind demands or requests alone
   * @param state state of the demand or request
   * @param text part of the name
   */
  @GET
  public Uni<Page<NeedView>> list(
      @QueryParam("department") String department,
      @QueryParam("provider") String provider,
      @QueryParam("kind") NeedView.Kind kind,
      @QueryParam("state") String state,
      @QueryParam("q") String text,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return needs.list(
        user.caller(),
        new DemandFilter(department, provider, state, text),
        kind,
        PageRequest.of(page, size));
  }

  /** All of it that the filter leaves, as a table in the language that is asked for. */
  @GET
  @Path("export")
  @Produces(CsvTable.MEDIA_TYPE)
  public Uni<RestResponse<String>> export(
      @QueryParam("department") String department,
      @QueryParam("provider") String provider,
      @QueryParam("kind") NeedView.Kind kind,
      @QueryParam("state") String state,
      @QueryParam("q") String text,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    return needs
        .export(
            user.caller(),
            new DemandFilter(department, provider, state, text),
            kind,
            languages.language(language))
        .map(
            table ->
                RestResponse.ResponseBuilder.ok(table)
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"demand-catalogue.csv\"")
                    .build());
  }
}
