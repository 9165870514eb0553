package org.govshare.portal.user;

import io.quarkus.oidc.IdToken;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.govshare.portal.PortalConfig;

/** What the pages ask the portal itself. */
@Path("/api/portal/v1")
@Produces(MediaType.APPLICATION_JSON)
class UserEndpoint {

  private static final Set<String> ROLES =
      Set.of(
          "catalog-editor",
          "department-reviewer",
          "node-operator",
          "requester",
          "catalog-publisher",
          "sharing-reviewer",
          "exchange-designer",
          "exchange-operator",
          "monitor",
          "sysadmin",
          "secadmin",
          "auditor");

  private final SecurityIdentity identity;

  /** The qualifier does not exist for parameters. */
  @Inject @IdToken JsonWebToken idToken;

  private final JsonWebToken accessToken;
  private final DepartmentNames departments;
  private final PortalConfig config;

  UserEndpoint(
      SecurityIdentity identity,
      JsonWebToken accessToken,
      DepartmentNames departments,
      PortalConfig config) {
    this.identity = identity;
    this.accessToken = accessToken;
    this.departments = departments;
    this.config = config;
  }

  @GET
  @Path("/platform")
  @PermitAll
  public Platform platform() {
    return new Platform(new Platform.Name(config.name().zh(), config.name().en()));
  }

  @GET
  @Path("/me")
  @Authenticated
  public Uni<Me> me() {
    String account = claim(idToken, "preferred_username", idToken.getSubject());
    String displayName = claim(idToken, "name", account);
    List<String> roles = identity.getRoles().stream().filter(ROLES::contains).sorted().toList();
    String code = claim(accessToken, "department", null);
    if (code == null) {
      return Uni.createFrom().item(new Me(account, displayName, null, roles));
    }
    return departments
        .nameOf(code, accessToken.getRawToken())
        .map(name -> new Me(account, displayName, new Me.Department(code, name), roles));
  }

  private static String claim(JsonWebToken token, String name, String otherwise) {
    return token.getClaim(name) instanceof String value && !value.isBlank() ? value : otherwise;
  }
}
