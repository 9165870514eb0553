package org.govshare.catalog.statistics;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;

/** 编目统计: what the libraries hold, for everybody who is signed in. */
@Path("/api/catalog/v1/statistics/compilation")
@Authenticated
class CompilationEndpoint {

  private final CompilationService compilation;
  private final CurrentUser user;

  CompilationEndpoint(CompilationService compilation, CurrentUser user) {
    this.compilation = compilation;
    this.user = user;
  }

  /** A row per library, and their total last; each number names the list of what it counts. */
  @GET
  public Uni<List<CompilationRow>> table() {
    return compilation.table();
  }

  /**
   * The data items of published resources that one number of the table counts, by resource.
   *
   * @param library code of the library's category, or {@code all}
   */
  @GET
  @Path("{library}/items")
  public Uni<Page<CountedItem>> items(
      @RestPath String library,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return compilation.items(user.caller(), library, PageRequest.of(page, size));
  }

  /**
   * The departments, offices or business functions that one number of the table counts.
   *
   * @param library code of the library's category, or {@code all}
   * @param kind {@code departments}, {@code offices} or {@code functions}
   */
  @GET
  @Path("{library}/{kind}")
  public Uni<Page<Contributor>> contributors(
      @RestPath String library,
      @RestPath String kind,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return compilation.contributors(library, kind, PageRequest.of(page, size));
  }
}
