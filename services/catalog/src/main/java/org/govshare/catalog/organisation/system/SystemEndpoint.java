package org.govshare.catalog.organisation.system;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.catalog.reference.Conditions;
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * 处室 of the departments. Everybody but the 三员 reads them; a department's editors and the publisher
 * keep them.
 */
@Path(SystemEndpoint.PATH)
@Authenticated
class SystemEndpoint {

  static final String PATH = "/api/catalog/v1/systems";

  private final SystemService systems;
  private final SystemAudit audit;
  private final CurrentUser user;

  SystemEndpoint(SystemService systems, SystemAudit audit, CurrentUser user) {
    this.systems = systems;
    this.audit = audit;
    this.user = user;
  }

  /**
   * A page, in the order of departments and names.
   *
   * @param q words that occur in name or purpose
   */
  @GET
  public Uni<Page<SystemView>> list(
      @QueryParam("q") String q,
      @QueryParam("department") String department,
      @QueryParam("state") SystemState state,
      @QueryParam("network") SystemNetwork network,
      @QueryParam("usageFrequency") UsageFrequency usageFrequency,
      @QueryParam("connection") PlatformConnection connection,
      @QueryParam("decision") CleanUpDecision decision,
      @QueryParam("officeId") UUID officeId,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    Conditions conditions =
        new Conditions()
            .words(q, "name", "purpose")
            .equal("state", state)
            .equal("network", network)
            .equal("usageFrequency", usageFrequency)
            .equal("connection", connection)
            .equal("decision", decision)
            .equal("officeId", officeId);
    return systems.list(user.caller(), department, conditions, PageRequest.of(page, size));
  }

  /**
   * A page of the systems that nobody seems to use, those idle longest first.
   *
   * @param decision which of them; those without a decision if absent
   * @param idleDays after how many days without use a system is shown, 1 to 3,650
   */
  @GET
  @Path("audit")
  public Uni<Page<AuditedSystem>> audit(
      @QueryParam("q") String q,
      @QueryParam("department") String department,
      @QueryParam("decision") @DefaultValue("OPEN") DecisionFilter decision,
      @QueryParam("idleDays") Integer idleDays,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return audit.suspects(
        user.caller(), department, decision, idleDays, q, PageRequest.of(page, size));
  }

  /** How far each department has come with cleaning up; a page. */
  @GET
  @Path("audit/departments")
  public Uni<Page<DepartmentAudit>> auditByDepartment(
      @QueryParam("department") String department,
      @QueryParam("idleDays") Integer idleDays,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return audit.byDepartment(user.caller(), department, idleDays, PageRequest.of(page, size));
  }

  /** One of them. */
  @GET
  @Path("{id}")
  public Uni<SystemView> read(@RestPath UUID id) {
    return systems.read(user.caller(), id);
  }

  /** Adds one to a department. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = SystemView.class)))
  public Uni<RestResponse<SystemView>> create(SystemInput input) {
    return systems
        .create(user.caller(), InputChecks.body(input))
        .map(view -> Answers.created(view, PATH + "/" + view.id()));
  }

  /** Changes one. */
  @PUT
  @Path("{id}")
  public Uni<SystemView> change(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, SystemInput input) {
    return systems.change(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Decides whether a system is kept, merged or taken down. */
  @PUT
  @Path("{id}/decision")
  public Uni<SystemView> decide(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, SystemDecision input) {
    return systems.decide(user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(input));
  }

  /** Takes the decision back. */
  @DELETE
  @Path("{id}/decision")
  public Uni<SystemView> reopen(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return systems.reopen(user.caller(), id, ExpectedVersion.of(ifMatch));
  }

  /** Removes one that nothing refers to. */
  @DELETE
  @Path("{id}")
  public Uni<Void> remove(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return systems.remove(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
