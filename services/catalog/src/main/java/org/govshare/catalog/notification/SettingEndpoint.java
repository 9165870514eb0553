package org.govshare.catalog.notification;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.version.ExpectedVersion;

/** How the caller wants to be told; everybody's own. */
@Path("/api/catalog/v1/notice-settings")
@Authenticated
class SettingEndpoint {

  private final SettingService settings;
  private final ProblemTexts languages;
  private final CurrentUser user;

  SettingEndpoint(SettingService settings, ProblemTexts languages, CurrentUser user) {
    this.settings = settings;
    this.languages = languages;
    this.user = user;
  }

  /** The caller's settings; version 0 if they have set nothing yet. */
  @GET
  public Uni<SettingView> read(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    return settings.read(user.caller(), languages.language(language));
  }

  /** Sets them. */
  @PUT
  public Uni<SettingView> write(
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
      SettingInput input) {
    return settings.write(
        user.caller(),
        ExpectedVersion.of(ifMatch),
        InputChecks.body(input),
        languages.language(language));
  }
}
