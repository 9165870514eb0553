package org.govshare.catalog.lifecycle.bulk;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.govshare.catalog.job.JobView;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Steps with many resources at once. */
@Path("/api/catalog/v1/resources/bulk")
@Authenticated
class BulkEndpoint {

  private final BulkService bulk;
  private final BulkOrders orders;
  private final ProblemTexts texts;
  private final CurrentUser user;

  BulkEndpoint(BulkService bulk, BulkOrders orders, ProblemTexts texts, CurrentUser user) {
    this.bulk = bulk;
    this.orders = orders;
    this.texts = texts;
    this.user = user;
  }

  /** Takes a step with each resource that allows it, and says what became of every one. */
  @POST
  public Uni<BulkResult> take(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, BulkAction action) {
    return bulk.take(user.caller(), InputChecks.body(action), texts.language(language));
  }

  /**
   * Orders a step with more resources than one call takes. A job takes it with some hundred of them
   * at a time; those that are refused stay behind. If it is cancelled, the step has been taken with
   * some and not with the others, as the order's items say.
   */
  @POST
  @Path("orders")
  @ResponseStatus(202)
  public Uni<JobView> order(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, BulkAction action) {
    return orders.order(user.caller(), InputChecks.body(action), texts.language(language));
  }

  /**
   * A page of the resources of an order of the caller's whose turn has come, in their order.
   *
   * @param id the job
   * @param done only those with which the step was taken, or was not
   */
  @GET
  @Path("orders/{id}/items")
  public Uni<Page<BulkResult.Item>> items(
      @RestPath UUID id,
      @QueryParam("done") Boolean done,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return orders.items(user.caller(), id, done, PageRequest.of(page, size));
  }
}
