package org.govshare.catalog.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;

/** What is decided on requests: by the authority, by the provider, and on objections. */
@Path("/api/catalog/v1/requests/{id}")
@Authenticated
class DecisionEndpoint {

  private final RequestDecisions decisions;
  private final RequestObjections objections;
  private final CurrentUser user;

  DecisionEndpoint(RequestDecisions decisions, RequestObjections objections, CurrentUser user) {
    this.decisions = decisions;
    this.objections = objections;
    this.user = user;
  }

  /** Passes a request on to the provider, returns it or refuses it. */
  @POST
  @Path("compliance-check")
  public Uni<RequestView> checkCompliance(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ComplianceCheck finding) {
    return decisions.checkCompliance(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(finding));
  }

  /** The provider grants items of a request, returns it or refuses it. */
  @POST
  @Path("decision")
  public Uni<RequestView> decide(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Decision decision) {
    return decisions.decide(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(decision));
  }

  /** The applicant objects to a refusal, whole or in part. */
  @POST
  @Path("objection")
  public Uni<RequestView> raise(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ObjectionInput objection) {
    return objections.raise(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(objection));
  }

  /** The authority upholds a refusal or overturns it. */
  @POST
  @Path("arbitration")
  public Uni<RequestView> arbitrate(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Arbitration arbitration) {
    return objections.arbitrate(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(arbitration));
  }
}
