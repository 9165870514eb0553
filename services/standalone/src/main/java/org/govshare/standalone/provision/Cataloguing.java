package org.govshare.standalone.provision;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.standalone.api.Answer;
import org.govshare.standalone.api.PlatformClient;

/** Brings a resource through compilation, review and publication, each step by its own user. */
public final class Cataloguing {

  private static final List<String> STATES =
      List.of("PUBLISHED", "REGISTERED", "PENDING_REVIEW", "RETURNED", "DRAFT");

  private final PlatformClient client;

  public Cataloguing(PlatformClient client) {
    this.client = client;
  }

  /**
   * Publishes the resource, beginning where an earlier attempt ended.
   *
   * @return the published resource
   */
  public JsonNode publish(DemoResource resource) {
    PlatformClient.Session editor = client.catalog(resource.department() + "-editor");
    PlatformClient.Session reviewer = client.catalog(resource.department() + "-reviewer");
    PlatformClient.Session publisher = client.catalog("publisher");
    Answer at =
        find(editor, resource)
            .map(id -> editor.get("/resources/" + id).expect(200))
            .orElseGet(() -> editor.post("/resources", resource.body()).expect(201));
    String path = "/resources/" + at.body().path("id").asText();
    if (List.of("DRAFT", "RETURNED").contains(state(at))) {
      at = editor.post(path + "/submission", Map.of(), at.etag()).expect(200);
    }
    if ("PENDING_REVIEW".equals(state(at))) {
      Map<String, String> pass = Map.of("decision", "PASS", "remark", "内容完整，同意注册");
      at = reviewer.post(path + "/review", pass, at.etag()).expect(200);
    }
    if ("REGISTERED".equals(state(at))) {
      Map<String, String> publish = Map.of("decision", "PUBLISH", "remark", "同意发布");
      at = publisher.post(path + "/publication", publish, at.etag()).expect(200);
    }
    return at.body();
  }

  private static String state(Answer answer) {
    return answer.body().path("state").asText();
  }

  private static Optional<String> find(PlatformClient.Session editor, DemoResource resource) {
    String query = URLEncoder.encode(resource.name(), StandardCharsets.UTF_8);
    for (String state : STATES) {
      Answer found =
          editor
              .get(
                  "/resources?size=100&department="
                      + resource.department()
                      + "&state="
                      + state
                      + "&q="
                      + query)
              .expect(200);
      for (JsonNode item : found.body().path("items")) {
        if (resource.name().equals(item.path("name").asText())) {
          return Optional.of(item.path("id").asText());
        }
      }
    }
    return Optional.empty();
  }
}
