package org.govshare.exchange.run;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestMulti;

/** Runs of exchange services. */
@Path("/api/exchange/v1/runs")
@Authenticated
class RunEndpoint {

  private final RunReader reader;
  private final RunStopper stopper;
  private final RunPauser pauser;
  private final RunDrifts drifts;
  private final RunWithholdings withholdings;
  private final ChannelRestarter restarter;
  private final ChainExporter exporter;
  private final RunExporter table;
  private final ProblemTexts languages;
  private final CurrentUser user;

  RunEndpoint(
      RunReader reader,
      RunStopper stopper,
      RunPauser pauser,
      RunDrifts drifts,
      RunWithholdings withholdings,
      ChannelRestarter restarter,
      ChainExporter exporter,
      RunExporter table,
      ProblemTexts languages,
      CurrentUser user) {
    this.reader = reader;
    this.stopper = stopper;
    this.pauser = pauser;
    this.drifts = drifts;
    this.withholdings = withholdings;
    this.restarter = restarter;
    this.exporter = exporter;
    this.table = table;
    this.languages = languages;
    this.user = user;
  }

  /** A page of the runs the caller may see, the latest first unless sorted otherwise. */
  @GET
  public Uni<Page<RunView>> list(
      @BeanParam RunQuery query,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return reader.list(user.caller(), query, PageRequest.of(page, size));
  }

  /**
   * The runs that the query leaves, ten thousand at most, as a table in the language that is asked
   * for.
   */
  @GET
  @Path("/export")
  @Produces("text/csv;charset=UTF-8")
  public RestMulti<String> export(
      @BeanParam RunQuery query, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    return RestMulti.fromUniResponse(
        table.start(user.caller(), query, languages.language(language)),
        table::pieces,
        start ->
            Map.of(HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"runs.csv\"")));
  }

  /** One run. */
  @GET
  @Path("/{id}")
  public Uni<RunView> get(@PathParam("id") UUID id) {
    return reader.get(user.caller(), id);
  }

  /** Ends a run before its time. What the target has committed stays. */
  @POST
  @Path("/{id}/stopping")
  @ResponseStatus(202)
  @APIResponse(responseCode = "202", description = "Asked for")
  public Uni<Void> stop(@PathParam("id") UUID id) {
    return stopper.stop(user.caller(), id);
  }

  /** Holds a run up. What its source has sent is still committed; the next row is not. */
  @POST
  @Path("/{id}/pausing")
  @ResponseStatus(202)
  @APIResponse(responseCode = "202", description = "Asked for")
  public Uni<Void> pause(@PathParam("id") UUID id) {
    return pauser.pause(user.caller(), id);
  }

  /** Lets a paused run go on after what is committed. */
  @POST
  @Path("/{id}/resumption")
  @ResponseStatus(202)
  @APIResponse(responseCode = "202", description = "Asked for")
  public Uni<Void> resume(@PathParam("id") UUID id) {
    return pauser.resume(user.caller(), id);
  }

  /** How the tables of a run that is paused with {@code schema-drift} differ. */
  @GET
  @Path("/{id}/drift")
  public Uni<List<DriftView>> drift(@PathParam("id") UUID id) {
    return drifts.of(user.caller(), id);
  }

  /** What the provider's own node does not let a run send, and why. */
  @GET
  @Path("/{id}/withholdings")
  public Uni<List<WithholdingView>> withholdings(@PathParam("id") UUID id) {
    return withholdings.of(user.caller(), id);
  }

  /**
   * Starts a channel that has failed or was stopped again, alone, after what is committed, while
   * other channels of the run are under way.
   */
  @POST
  @Path("/{id}/channels/{channel}/restart")
  @ResponseStatus(202)
  @APIResponse(responseCode = "202", description = "Asked for")
  public Uni<Void> restart(@PathParam("id") UUID id, @PathParam("channel") UUID channel) {
    return restarter.restart(user.caller(), id, channel);
  }

  /** A page of what befell the run's channels, the earliest first. */
  @GET
  @Path("/{id}/events")
  public Uni<Page<ChannelEventView>> events(
      @PathParam("id") UUID id,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return reader.events(user.caller(), id, PageRequest.of(page, size));
  }

  /** A page of the run's receipts in the order of their chains; of one channel if it is named. */
  @GET
  @Path("/{id}/receipts")
  public Uni<Page<ReceiptView>> receipts(
      @PathParam("id") UUID id,
      @QueryParam("channel") UUID channel,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return reader.receipts(user.caller(), id, channel, PageRequest.of(page, size));
  }

  /**
   * The whole chain of one of the run's channels, the first if none is named, with the signatures
   * of both ends, for {@code govshare-verify}; {@code docs/api/receipts.md} describes its lines.
   */
  @GET
  @Path("/{id}/chain")
  @Produces(MediaType.TEXT_PLAIN)
  public RestMulti<String> chain(@PathParam("id") UUID id, @QueryParam("channel") UUID channel) {
    return RestMulti.fromUniResponse(exporter.start(user.caller(), id, channel), exporter::pieces);
  }
}
