package org.govshare.catalog.export.dcat;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The open part of the catalogue as DCAT-AP 3, for everybody: the one part of the catalogue that
 * needs no token. What is not open does not exist here.
 */
@Path("/api/catalog/v1/public")
@PermitAll
@Blocking
class PublicDcatEndpoint {

  private static final int DEFAULT_SIZE = 50;
  private static final int MAXIMUM_SIZE = 100;
  private static final int UUID_LENGTH = 36;
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final PublicCatalogue catalogue;
  private final Names names;

  PublicDcatEndpoint(PublicCatalogue catalogue, Names names) {
    this.catalogue = catalogue;
    this.names = names;
  }

  /**
   * A page of the open catalogue in the syntax that is accepted, JSON-LD if all are.
   *
   * @param after series that the page before ended with, as the link to the next page says
   * @param size entries on a page, 1 to 100
   */
  @GET
  @Path("dcat")
  @APIResponse(
      responseCode = "200",
      description = "A page of the catalogue",
      content = {
        @Content(mediaType = "application/ld+json"),
        @Content(mediaType = "text/turtle"),
        @Content(mediaType = "application/rdf+xml")
      })
  public Response page(
      @QueryParam("after") UUID after, @QueryParam("size") Integer size, @Context Request request) {
    return page(after, size, accepted(request), request);
  }

  /** A page of the open catalogue in the syntax that the suffix names: jsonld, ttl or rdf. */
  @GET
  @Path("dcat.{suffix}")
  public Response page(
      @RestPath String suffix,
      @QueryParam("after") UUID after,
      @QueryParam("size") Integer size,
      @Context Request request) {
    return page(after, size, named(suffix), request);
  }

  /**
   * One open dataset.
   *
   * @param name its series, with a suffix of a syntax or without
   */
  @GET
  @Path("dcat/datasets/{name}")
  public Response dataset(@RestPath String name, @Context Request request) {
    int dot = name.indexOf('.');
    RdfSyntax syntax = dot < 0 ? accepted(request) : named(name.substring(dot + 1));
    UUID series = series(dot < 0 ? name : name.substring(0, dot));
    return answer(catalogue.dataset(series, syntax), syntax, request);
  }

  private Response page(UUID after, Integer asked, RdfSyntax syntax, Request request) {
    int size = asked == null ? DEFAULT_SIZE : asked;
    new InputChecks()
        .that(size >= 1 && size <= MAXIMUM_SIZE, "size", "out-of-range", 1, MAXIMUM_SIZE)
        .done();
    return answer(catalogue.page(Optional.ofNullable(after), size, syntax), syntax, request);
  }

  private Response answer(PublicCatalogue.Document document, RdfSyntax syntax, Request request) {
    EntityTag tag = tag(document.body());
    Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
    if (answer == null) {
      answer = Response.ok(document.body()).type(syntax.mediaType());
      document.page().ifPresent(linked(answer));
    }
    document.modified().map(Date::from).ifPresent(answer::lastModified);
    CacheControl cache = new CacheControl();
    cache.setPrivate(false);
    cache.getCacheExtension().put("public", null);
    cache.setMaxAge((int) FRESH.toSeconds());
    return answer.tag(tag).cacheControl(cache).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
  }

  private Consumer<OpenPage> linked(Response.ResponseBuilder answer) {
    return page -> {
      answer.links(link(page.first(), "first"), link(page.last(), "last"));
      page.next().ifPresent(next -> answer.links(link(next, "next")));
    };
  }

  private Link link(String query, String relation) {
    return Link.fromUri(names.page(query).stringValue()).rel(relation).build();
  }

  private static EntityTag tag(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return new EntityTag(
          Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static RdfSyntax accepted(Request request) {
    List<Variant> offered =
        Arrays.stream(RdfSyntax.values())
            .map(syntax -> MediaType.valueOf(syntax.bareMediaType()))
            .map(type -> new Variant(type, (String) null, null))
            .toList();
    Variant chosen = request.selectVariant(offered);
    if (chosen == null) {
      throw new Problem(
          406, "syntax-not-offered", "application/ld+json, text/turtle, application/rdf+xml");
    }
    return RdfSyntax.values()[offered.indexOf(chosen)];
  }

  private static RdfSyntax named(String suffix) {
    return RdfSyntax.ofSuffix(suffix)
        .orElseThrow(() -> new NotFound("syntax-unknown", suffix, "jsonld, ttl, rdf"));
  }

  private static UUID series(String text) {
    try {
      if (text.length() == UUID_LENGTH) {
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException malformed) {
      throw new NotFound("dataset-not-found", text);
    }
    throw new NotFound("dataset-not-found", text);
  }
}
