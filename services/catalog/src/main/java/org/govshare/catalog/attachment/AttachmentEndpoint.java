package org.govshare.catalog.attachment;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Files: announced first, then uploaded; always downloaded, never shown in place. */
@Path(AttachmentEndpoint.PATH)
@Authenticated
class AttachmentEndpoint {

  static final String PATH = "/api/catalog/v1/attachments";

  private final AttachmentService attachments;
  private final AttachmentUpload upload;
  private final CurrentUser user;

  AttachmentEndpoint(AttachmentService attachments, AttachmentUpload upload, CurrentUser user) {
    this.attachments = attachments;
    this.upload = upload;
    this.user = user;
  }

  /** A page of the files of one owner, the earliest first. */
  @GET
  public Uni<Page<AttachmentView>> list(
      @QueryParam("ownerKind") String ownerKind,
      @QueryParam("ownerId") UUID ownerId,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return attachments.page(user.caller(), ownerKind, ownerId, PageRequest.of(page, size));
  }

  /** Announces a file; its bytes go to {@code …/content} next. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Uni<RestResponse<AttachmentView>> begin(NewAttachment file) {
    return attachments
        .begin(user.caller(), InputChecks.body(file))
        .map(
            view ->
                RestResponse.ResponseBuilder.<AttachmentView>created(
                        URI.create(PATH + "/" + view.id()))
                    .entity(view)
                    .build());
  }

  /** A file without its bytes. */
  @GET
  @Path("{id}")
  public Uni<AttachmentView> read(@RestPath UUID id) {
    return attachments.read(user.caller(), id);
  }

  /** Takes the bytes of a file that the caller has announced; once. */
  @PUT
  @Path("{id}/content")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Blocking
  @APIResponse(responseCode = "204", description = "Uploaded")
  public void upload(@RestPath UUID id, InputStream body) throws IOException {
    upload.take(user.caller(), id, InputChecks.body(body));
  }

  /** The bytes of a file. */
  @GET
  @Path("{id}/content")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public RestMulti<byte[]> download(@RestPath UUID id) {
    return RestMulti.fromUniResponse(
        attachments.read(user.caller(), id), this::pieces, AttachmentEndpoint::headers);
  }

  /** Deletes a file. */
  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@RestPath UUID id) {
    return attachments.delete(user.caller(), id);
  }

  private Multi<byte[]> pieces(AttachmentView file) {
    return Multi.createFrom()
        .range(0, AttachmentUpload.chunks(file.size()))
        .onItem()
        .transformToUniAndConcatenate(position -> attachments.chunk(file.id(), position));
  }

  /**
   * A type that no browser opens, whatever the file's own is; its name in UTF-8 (RFC 6266). The
   * length is left to the transfer, which is chunked; the digest (RFC 9530) shows that all came.
   */
  private static Map<String, List<String>> headers(AttachmentView file) {
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.digest()));
    return Map.of(
        HttpHeaders.CONTENT_DISPOSITION,
        List.of("attachment; filename*=UTF-8''" + name),
        "X-Content-Type-Options",
        List.of("nosniff"),
        "Content-Security-Policy",
        List.of("sandbox; default-src 'none'"),
        "Repr-Digest",
        List.of("sha-256=:" + digest + ":"));
  }
}
