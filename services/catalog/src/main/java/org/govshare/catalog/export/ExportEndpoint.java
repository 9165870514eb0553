package org.govshare.catalog.export;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.file.AsyncFile;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.catalog.finding.QueryParameters;
import org.govshare.catalog.job.JobView;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.NotFound;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The catalogue as files: xlsx, csv, xml, jsonld, ttl and rdf. */
@Path("/api/catalog/v1/exports")
@Authenticated
class ExportEndpoint {

  private final ExportService exports;
  private final CurrentUser user;

  ExportEndpoint(ExportService exports, CurrentUser user) {
    this.exports = exports;
    this.user = user;
  }

  /**
   * What the list of resources shows, as a file. If it is too much to wait for, the answer says so
   * (409), and the same is ordered as a job by POST.
   *
   * @param format suffix of the file: xlsx, csv, xml, jsonld, ttl or rdf
   * @param mark whether CSV begins with a byte order mark
   */
  @GET
  @Path("{format}")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Uni<RestResponse<AsyncFile>> write(
      @RestPath String format,
      @BeanParam QueryParameters query,
      @QueryParam("bom") @DefaultValue("true") boolean mark) {
    return exports
        .write(user.caller(), query, format(format), mark)
        .map(
            written ->
                RestResponse.ResponseBuilder.ok(written.content())
                    .header(HttpHeaders.CONTENT_TYPE, written.format().mediaType())
                    .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.disposition(written.name()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build());
  }

  /** Orders the same as a job; its result is the address of the file. */
  @POST
  @Path("{format}")
  @APIResponse(
      responseCode = "202",
      description = "Accepted",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  public Uni<RestResponse<JobView>> order(
      @RestPath String format,
      @BeanParam QueryParameters query,
      @QueryParam("bom") @DefaultValue("true") boolean mark) {
    return exports
        .order(user.caller(), query, format(format), mark)
        .map(
            job ->
                RestResponse.ResponseBuilder.<JobView>create(RestResponse.Status.ACCEPTED)
                    .entity(job)
                    .header(HttpHeaders.LOCATION, "/api/catalog/v1/jobs/" + job.id())
                    .build());
  }

  /** A file that a job of the caller wrote. */
  @GET
  @Path("files/{id}")
  @Blocking
  public Response fetch(@RestPath UUID id) {
    ExportFiles.StoredFile file = exports.stored(user.caller(), id);
    StreamingOutput content = out -> exports.send(file, out);
    return Response.ok(content)
        .header(HttpHeaders.CONTENT_TYPE, file.format().mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.disposition(file.name()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static ExportFormat format(String suffix) {
    return ExportFormat.ofSuffix(suffix)
        .orElseThrow(
            () ->
                new NotFound(
                    "syntax-unknown",
                    suffix,
                    Arrays.stream(ExportFormat.values())
                        .map(ExportFormat::suffix)
                        .collect(Collectors.joining(", "))));
  }
}
