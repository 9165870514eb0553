package org.govshare.catalog.bulk;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.answer.Answers;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Import of workbooks in the national template. */
@Path("/api/catalog/v1/imports")
@Authenticated
class ImportEndpoint {

  /** Media type of workbooks. */
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ImportUpload upload;
  private final ImportService imports;
  private final ImportViews views;
  private final ImportDocuments documents;
  private final CurrentUser user;
  private final ProblemTexts texts;

  ImportEndpoint(
      ImportUpload upload,
      ImportService imports,
      ImportViews views,
      ImportDocuments documents,
      CurrentUser user,
      ProblemTexts texts) {
    this.upload = upload;
    this.imports = imports;
    this.views = views;
    this.documents = documents;
    this.user = user;
    this.texts = texts;
  }

  /**
   * Takes a workbook in, as it is sent, and begins its dry run.
   *
   * @param fileName what the workbook is called
   */
  @POST
  @Consumes({XLSX, MediaType.APPLICATION_OCTET_STREAM})
  @Blocking
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public RestResponse<ImportView> send(
      @QueryParam("fileName") String fileName,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
      InputStream body)
      throws IOException, SQLException {
    Caller caller = user.caller();
    String name = fileName == null ? "import.xlsx" : fileName;
    return created(caller, upload.take(caller, name, body), texts.language(language));
  }

  /** The same as a form with one file, named {@code file}. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Blocking
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public RestResponse<ImportView> sendForm(
      @RestForm("file") FileUpload file, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language)
      throws IOException, SQLException {
    Caller caller = user.caller();
    if (file == null) {
      throw new InvalidInput("file", "required");
    }
    try (InputStream body = Files.newInputStream(file.uploadedFile())) {
      return created(caller, upload.take(caller, file.fileName(), body), texts.language(language));
    }
  }

  private RestResponse<ImportView> created(Caller caller, UUID id, Locale language) {
    ImportView view = views.read(caller, id, language);
    return Answers.created(view, "/api/catalog/v1/imports/" + id);
  }

  /** A page of imports, the latest first: those of the caller's department, or all. */
  @GET
  public Uni<Page<ImportView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return imports.list(user.caller(), PageRequest.of(page, size));
  }

  /** One of them, with how often each fault occurs. */
  @GET
  @Path("{id}")
  public Uni<ImportView> read(
      @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    return imports.read(user.caller(), id, texts.language(language));
  }

  /**
   * A page of what is wrong, in the order of the rows.
   *
   * @param code only this fault
   * @param column only in this column, by its name in the template's code
   */
  @GET
  @Path("{id}/faults")
  public Uni<Page<FaultView>> faults(
      @RestPath UUID id,
      @QueryParam("code") String code,
      @QueryParam("column") String column,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    return imports.faults(
        user.caller(), id, code, column, PageRequest.of(page, size), texts.language(language));
  }

  /** An empty workbook of the template, with drop-down lists, codes and instructions. */
  @GET
  @Path("template")
  @Produces(XLSX)
  @Blocking
  public RestResponse<InputStream> template() throws IOException, SQLException {
    user.caller();
    return workbook("template.xlsx", documents.template());
  }

  /** The workbook with what is wrong in it: cells coloured, a column behind, a summary. */
  @GET
  @Path("{id}/annotated.xlsx")
  @Produces(XLSX)
  @Blocking
  public RestResponse<InputStream> annotated(
      @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language)
      throws IOException, SQLException {
    Locale chosen = texts.language(language);
    if (!views.read(user.caller(), id, chosen).fileKept()) {
      throw new Conflict("import-file-gone");
    }
    return workbook("annotated.xlsx", documents.annotated(id, chosen));
  }

  private static RestResponse<InputStream> workbook(String name, InputStream content) {
    return RestResponse.ResponseBuilder.ok(content)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  /** Imports what was checked, or goes on with an import that stopped midway. */
  @POST
  @Path("{id}/commit")
  public Uni<ImportView> commit(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
      CommitOrder order) {
    return imports.commit(
        user.caller(),
        id,
        ExpectedVersion.of(ifMatch),
        InputChecks.body(order),
        texts.language(language));
  }

  /** Removes what the import has brought, as far as nobody has worked on it since. */
  @POST
  @Path("{id}/undo")
  public Uni<ImportView> undo(
      @RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
    return imports.undo(user.caller(), id, ExpectedVersion.of(ifMatch), texts.language(language));
  }

  /** A page of what the undoing has left, and why. */
  @GET
  @Path("{id}/kept")
  public Uni<Page<KeptView>> kept(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return imports.kept(user.caller(), id, PageRequest.of(page, size));
  }
}
