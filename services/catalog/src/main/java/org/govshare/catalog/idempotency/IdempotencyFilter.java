package org.govshare.catalog.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Has every POST that carries a key done once. */
@Singleton
class IdempotencyFilter {

  /** The header that carries a key in, 1 to 100 printable characters. */
  static final String HEADER = "Idempotency-Key";

  /** The header that says an answer was given before. */
  static final String REPLAYED = "Idempotency-Replayed";

  /** The header by which a sender tells files of one length apart (RFC 9530). */
  static final String CONTENT_DIGEST = "Content-Digest";

  /** How long a key holds. */
  static final Duration KEPT = Duration.ofHours(24);

  private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class);
  private static final String CLAIM = IdempotencyFilter.class.getName();
  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,100}");
  private static final int HASHED_LIMIT = 4 * 1024 * 1024;
  private static final int RETRY_SECONDS = 1;

  private final KeyRows keys;
  private final SecurityIdentity identity;
  private final CurrentUser user;
  private final CurrentVertxRequest current;
  private final ObjectMapper json;
  private final Clock clock;

  IdempotencyFilter(
      KeyRows keys,
      SecurityIdentity identity,
      CurrentUser user,
      CurrentVertxRequest current,
      ObjectMapper json,
      Clock clock) {
    this.keys = keys;
    this.identity = identity;
    this.user = user;
    this.current = current;
    this.json = json;
    this.clock = clock;
  }

  // After every other filter: what they refuse claims no key.
  @ServerRequestFilter(priority = 9_000)
  Uni<Response> claim(ContainerRequestContext request) {
    String key = request.getHeaderString(HEADER);
    if (key == null || !request.getMethod().equals("POST") || identity.isAnonymous()) {
      return Uni.createFrom().nullItem();
    }
    if (!KEY.matcher(key).matches() || key.isBlank()) {
      throw new InvalidInput(HEADER, "malformed", "01J9Z3M8K7");
    }
    Caller caller = user.caller();
    return hash(request).chain(hash -> claim(request, caller, key, hash));
  }

  private Uni<Response> claim(
      ContainerRequestContext request, Caller caller, String key, String hash) {
    // As exact as the database keeps it, because the answer names the claim by its moment.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return keys.claim(caller, key, hash, now, now.minus(KEPT))
        .chain(
            claimed -> {
              if (claimed) {
                request.setProperty(CLAIM, new Claim(caller.name(), key, now));
                return Uni.createFrom().nullItem();
              }
              return keys.find(caller.name(), key)
                  .map(kept -> replay(caller, hash, kept.orElseThrow(this::inProgress)));
            });
  }

  private Response replay(Caller caller, String hash, KeptAnswer kept) {
    if (!kept.requestHash().equals(hash)) {
      throw new Problem(422, "idempotency-key-reused");
    }
    if (kept.status() == null) {
      throw inProgress();
    }
    if (!caller.roles().containsAll(kept.roles())) {
      throw new Forbidden("forbidden");
    }
    Response.ResponseBuilder answer =
        Response.status(kept.status())
            .header(REPLAYED, true)
            .header(HttpHeaders.LOCATION, kept.location())
            .header(HttpHeaders.ETAG, kept.etag());
    if (kept.body() != null) {
      answer
          .type(MediaType.APPLICATION_JSON_TYPE)
          .entity(kept.body().getBytes(StandardCharsets.UTF_8));
    }
    return answer.build();
  }

  private Problem inProgress() {
    return new Conflict("idempotency-in-progress").with("retryAfter", RETRY_SECONDS);
  }

  private Uni<String> hash(ContainerRequestContext request) {
    String address = request.getUriInfo().getRequestUri().getRawPath();
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    String whole = query == null ? address : address + "?" + query;
    String ifMatch = request.getHeaderString(HttpHeaders.IF_MATCH);
    HttpServerRequest raw = current.getCurrent().request();
    int length = request.getLength();
    boolean hashed =
        length > 0
            && length <= HASHED_LIMIT
            && MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType());
    if (!hashed) {
      String described = length > 0 ? described(request, length) : "";
      return Uni.createFrom()
          .item(RequestHash.of(whole, ifMatch, described.getBytes(StandardCharsets.UTF_8)));
    }
    Uni<Buffer> body = Uni.createFrom().completionStage(raw.body().toCompletionStage());
    raw.resume();
    return body.map(
        buffer -> {
          byte[] bytes = buffer.getBytes();
          request.setEntityStream(new ByteArrayInputStream(bytes));
          return RequestHash.of(whole, ifMatch, bytes);
        });
  }

  /** A file is not read for this: what its sender says of it has to do. */
  private static String described(ContainerRequestContext request, int length) {
    MediaType type = request.getMediaType();
    // Of a form with parts, every request has another boundary.
    String kind = type == null ? "" : type.getType() + "/" + type.getSubtype();
    String digest = request.getHeaderString(CONTENT_DIGEST);
    return kind + " " + length + (digest == null ? "" : " " + digest);
  }

  @ServerResponseFilter
  Uni<Void> keep(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() != null
        && response.getStatus() == 409
        && request.getHeaderString(HEADER) != null
        && request.getProperty(CLAIM) == null) {
      response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    if (!(request.getProperty(CLAIM) instanceof Claim claim)) {
      return Uni.createFrom().voidItem();
    }
    Uni<Void> kept =
        response.getStatus() >= 400 || !isJson(response)
            ? keys.free(claim)
            : answer(claim, response);
    // The request is done; that its answer could not be kept must not make it look undone.
    return kept.onFailure()
        .recoverWithUni(
            failure -> {
              LOG.errorf(failure, "An answer could not be kept, key of %s", claim.caller());
              return Uni.createFrom().voidItem();
            });
  }

  private static boolean isJson(ContainerResponseContext response) {
    return response.getEntity() == null
        || response.getMediaType() == null
        || MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
  }

  private Uni<Void> answer(Claim claim, ContainerResponseContext response) {
    try {
      return keys.answer(
          claim,
          response.getStatus(),
          response.getHeaderString(HttpHeaders.LOCATION),
          response.getHeaderString(HttpHeaders.ETAG),
          response.getEntity() == null ? null : json.writeValueAsString(response.getEntity()));
    } catch (JsonProcessingException e) {
      return Uni.createFrom().failure(e);
    }
  }
}
