package org.govshare.catalog.bulk.organisation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.govshare.catalog.organisation.IntakeMode;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.ProblemTexts;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Sheets of functions, matters and systems: {@code functions}, {@code matters} or {@code systems}.
 */
@Path("/api/catalog/v1/organisation-sheets/{kind}")
@Authenticated
class SheetEndpoint {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final SheetImport sheets;
  private final CurrentUser user;
  private final ProblemTexts texts;

  SheetEndpoint(SheetImport sheets, CurrentUser user, ProblemTexts texts) {
    this.sheets = sheets;
    this.user = user;
    this.texts = texts;
  }

  /** The workbook that is filled in, with an explanation of its columns. */
  @GET
  @Path("template")
  @Produces(XLSX)
  public Uni<RestResponse<byte[]>> template(@RestPath String kind) {
    return sheets
        .template(user.caller(), kind)
        .map(
            workbook ->
                RestResponse.ResponseBuilder.ok(workbook)
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + kind + ".xlsx\"")
                    .build());
  }

  /**
   * Checks a filled workbook, or takes it in. What is known by its name (a matter: by its code) is
   * changed, everything else is added; so the same workbook may be sent again.
   *
   * @param department whose they are; the caller's if absent
   * @param mode whether only to check, to take in all or nothing, or to take in the good rows
   */
  @POST
  @Consumes({XLSX, MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<SheetReport> take(
      @RestPath String kind,
      @QueryParam("department") String department,
      @QueryParam("mode") @DefaultValue("CHECK") IntakeMode mode,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
      byte[] workbook) {
    return sheets.take(user.caller(), kind, department, mode, workbook, texts.language(language));
  }
}
