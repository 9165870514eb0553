package org.govshare.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.govshare.standalone.platform.Listener;
import org.govshare.standalone.platform.PlatformSettings;

/** The platform as its users' programs see it. */
public final class PlatformClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEMO_PASSWORD = "Govshare-Demo-1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Tokens live five minutes; a minute is left for the request under way. */
  private static final long TOKEN_USED_NANOS = Duration.ofMinutes(4).toNanos();

  private record Token(String value, long obtained) {}

  private final PlatformSettings settings;
  private final HttpClient http = client();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  public PlatformClient(PlatformSettings settings) {
    this.settings = settings;
  }

  /** The interface of the catalogue, used by a demo user. */
  public Session catalog(String user) {
    return session(user, settings.url(Listener.CATALOG) + "/api/catalog/v1");
  }

  /** The interface of the exchange, used by a demo user. */
  public Session exchange(String user) {
    return session(user, settings.url(Listener.EXCHANGE) + "/api/exchange/v1");
  }

  /** The interface of monitoring, used by a demo user. */
  public Session monitoring(String user) {
    return session(user, settings.url(Listener.MONITORING) + "/api/monitoring/v1");
  }

  private Session session(String user, String base) {
    return new Session(http, base, () -> token(user));
  }

  /**
   * One user at a service that runs outside the platform.
   *
   * @param base address that all paths are below
   * @param token tells the user's token for each request
   */
  public static Session at(String base, Supplier<String> token) {
    return new Session(client(), base, token);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }

  /** An access token of a demo user. */
  public String token(String user) {
    Token token =
        tokens.compute(
            user,
            (name, present) ->
                present != null && System.nanoTime() - present.obtained() < TOKEN_USED_NANOS
                    ? present
                    : new Token(obtainToken(name), System.nanoTime()));
    return token.value();
  }

  private String obtainToken(String user) {
    Map<String, String> form =
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "demo-cli",
            "username",
            user,
            "password",
            DEMO_PASSWORD);
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.realm() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return send(http, request).expect(200).body().path("access_token").asText();
  }

  private static Answer send(HttpClient http, HttpRequest request) {
    String what = request.method() + " " + request.uri();
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          what,
          response.statusCode(),
          response.headers().firstValue("ETag").orElse(null),
          response.headers().firstValue("Location").orElse(null),
          json(response.body()));
    } catch (IOException e) {
      throw new ApiFailure(what + " failed: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiFailure(what + " was interrupted", e);
    }
  }

  private static JsonNode json(String text) {
    if (text == null || text.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return JSON.getNodeFactory().textNode(text);
    }
  }

  /** One user at one service. */
  public static final class Session {

    private final HttpClient http;
    private final String base;
    private final Supplier<String> token;

    private Session(HttpClient http, String base, Supplier<String> token) {
      this.http = http;
      this.base = base;
      this.token = token;
    }

    /** Reads. */
    public Answer get(String path) {
      return send(http, request(path).GET().build());
    }

    /** Creates, or acts on something that has no version. */
    public Answer post(String path, Object body) {
      return send(http, request(path).POST(publisher(body)).build());
    }

    /** Acts on something in the version that was read last. */
    public Answer post(String path, Object body, String etag) {
      return send(http, request(path).header("If-Match", etag).POST(publisher(body)).build());
    }

    /** Creates or replaces by key. */
    public Answer put(String path, Object body) {
      return send(http, request(path).PUT(publisher(body)).build());
    }

    /** Replaces something in the version that was read last. */
    public Answer put(String path, Object body, String etag) {
      return send(http, request(path).header("If-Match", etag).PUT(publisher(body)).build());
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create(base + path))
          .header("Authorization", "Bearer " + token.get())
          .header("Content-Type", "application/json")
          .header("Accept", "application/json")
          .header("Accept-Language", "zh-CN")
          .timeout(PATIENCE);
    }

    private HttpRequest.BodyPublisher publisher(Object body) {
      try {
        return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
      } catch (IOException e) {
        throw new ApiFailure("Cannot write " + body, e);
      }
    }
  }
}
