package org.govshare.standalone.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The portal's registration in a running realm. The realm file is read at the first start only, so
 * a portal that has moved to another port since must be registered there, or no login returns to
 * it.
 */
public final class PortalClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI keycloak;
  private final String adminPassword;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * Describes the registration.
   *
   * @param keycloak Keycloak's address
   * @param adminPassword password of {@code admin} in the realm {@code master}
   */
  public PortalClient(URI keycloak, String adminPassword) {
    this.keycloak = keycloak;
    this.adminPassword = adminPassword;
  }

  /** Registers the portal under the address, unless it is registered there already. */
  public void moveTo(URI portal) {
    try {
      String token = token();
      JsonNode found =
          send(request("/admin/realms/govshare/clients?clientId=govshare-portal", token).GET());
      ObjectNode client = (ObjectNode) found.get(0);
      String pages = portal + "/*";
      if (pages.equals(client.path("redirectUris").path(0).asText())) {
        return;
      }
      client.put("rootUrl", portal.toString());
      client.set("redirectUris", JSON.createArrayNode().add(pages));
      ((ObjectNode) client.get("attributes")).put("post.logout.redirect.uris", pages);
      send(
          request("/admin/realms/govshare/clients/" + client.path("id").asText(), token)
              .header("Content-Type", "application/json")
              .PUT(HttpRequest.BodyPublishers.ofString(client.toString())));
    } catch (IOException e) {
      throw new IllegalStateException("Cannot register the portal's address: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String token() throws IOException, InterruptedException {
    String form =
        "grant_type=password&client_id=admin-cli&username=admin&password="
            + URLEncoder.encode(adminPassword, StandardCharsets.UTF_8);
    return send(HttpRequest.newBuilder(
                keycloak.resolve("/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)))
        .path("access_token")
        .asText();
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(keycloak.resolve(path))
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
    HttpRequest request = builder.timeout(PATIENCE).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(request.uri() + " answered " + response.statusCode());
    }
    return response.body().isBlank() ? JSON.createArrayNode() : JSON.readTree(response.body());
  }
}
