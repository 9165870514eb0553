package org.govshare.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govshare.standalone.api.Answer;
import org.govshare.standalone.api.PlatformClient;

/** How another department comes by a resource: search, request, compliance check, grant. */
final class AccessRequests {

  private static final int PAGE = 100;

  private final PlatformClient client;

  AccessRequests(PlatformClient client) {
    this.client = client;
  }

  /**
   * Searches as 省税务局's applicant would.
   *
   * @throws DemoFailure if the resource is not among what is found
   */
  void find(String word, String resource) {
    PlatformClient.Session applicant = client.catalog("sw-requester");
    String query = URLEncoder.encode(word, StandardCharsets.UTF_8);
    for (int page = 0; ; page++) {
      JsonNode found =
          applicant
              .get("/resources?size=" + PAGE + "&page=" + page + "&q=" + query)
              .expect(200)
              .body();
      for (JsonNode item : found.path("items")) {
        if (resource.equals(item.path("id").asText())) {
          return;
        }
      }
      if ((page + 1) * PAGE >= found.path("total").asInt()) {
        throw new DemoFailure("The published resource is not found by the word " + word);
      }
    }
  }

  /** Asks for the items that the demo service carries. */
  JsonNode submit(JsonNode resource) {
    List<String> items = new ArrayList<>();
    for (JsonNode item : resource.path("items")) {
      if (ExchangeJob.COLUMNS.containsKey(item.path("fieldName").asText())) {
        items.add(item.path("id").asText());
      }
    }
    Demo.require(
        items.size() == ExchangeJob.COLUMNS.size(), "items of the resource are missing", items);
    Map<String, Object> request = new HashMap<>();
    request.put("resourceId", resource.path("id").asText());
    request.put("itemIds", items);
    request.put("purpose", "办理税务登记时核对企业登记信息，减少企业重复提交材料");
    request.put("legalBasis", "《中华人民共和国税收征收管理法》第十五条");
    request.put("scenario", "多证合一、新办企业税务登记");
    request.put("frequency", "DAILY");
    request.put("method", "DATABASE");
    request.put("validUntil", LocalDate.now().plusYears(1).toString());
    return client.catalog("sw-requester").post("/requests", request).expect(201).body();
  }

  /** Passes the compliance check and grants everything that was asked for. */
  void passAndGrant(String request) {
    String path = "/requests/" + request;
    PlatformClient.Session sharing = client.catalog("sharing");
    Answer seen = sharing.get(path).expect(200);
    Map<String, String> pass = Map.of("decision", "PASS", "remark", "用途和依据明确");
    Answer passed = sharing.post(path + "/compliance-check", pass, seen.etag()).expect(200);
    Map<String, String> grant = Map.of("decision", "GRANT", "remark", "同意共享");
    Answer decided =
        client.catalog("gs-reviewer").post(path + "/decision", grant, passed.etag()).expect(200);
    Demo.require(
        "GRANTED".equals(decided.body().path("state").asText()),
        "the request was not granted",
        decided.body());
  }
}
