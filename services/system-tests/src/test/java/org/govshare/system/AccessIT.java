package org.govshare.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.standalone.api.Answer;
import org.govshare.standalone.api.PlatformClient;
import org.govshare.standalone.provision.DemoResource;
import org.govshare.system.RunningPlatform.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each state of the main job is shown to the right people and to nobody else. */
@ExtendWith(RunningPlatform.class)
class AccessIT {

  private final PlatformClient client;
  private final String run;
  private final String service;

  AccessIT(Shared shared) {
    this.client = shared.client();
    this.run = shared.run().path("id").asText();
    this.service = shared.run().path("service").path("id").asText();
  }

  @Test
  void showsARunToTheCentreAndToBothDepartments() {
    for (String user :
        List.of("operator", "designer", "monitor", "gs-node", "gs-reviewer", "sw-requester")) {
      assertEquals(200, client.exchange(user).get("/runs/" + run).status(), user);
    }
    for (String user : List.of("mz-editor", "mz-reviewer", "sysadmin", "secadmin", "auditor")) {
      assertForbidden(client.exchange(user).get("/runs/" + run));
    }
  }

  @Test
  void showsThePlatformsFiguresToTheCentreAlone() {
    for (String user : List.of("operator", "designer", "monitor")) {
      assertEquals(200, client.monitoring(user).get("/platform").status(), user);
    }
    for (String user : List.of("sw-requester", "mz-editor", "gs-node", "auditor")) {
      assertForbidden(client.monitoring(user).get("/platform"));
    }
  }

  @Test
  void letsNobodyTakeAnothersStep() {
    Map<String, Object> resource = DemoResource.enterprises().named("越权编目").body();

    assertForbidden(client.catalog("sw-requester").post("/resources", resource));
    assertForbidden(client.catalog("sysadmin").post("/resources", resource));
    assertForbidden(
        client.exchange("sw-requester").post("/domains", Map.of("code", "other", "name", "别域")));
    assertForbidden(client.exchange("designer").post("/services/" + service + "/runs", Map.of()));
    assertForbidden(client.exchange("monitor").post("/runs/" + run + "/reconciliations", Map.of()));
    assertForbidden(client.exchange("gs-node").post("/services/" + service + "/runs", Map.of()));
  }

  @Test
  void hidesAnothersDraft() {
    Answer draft =
        client
            .catalog("gs-editor")
            .post(
                "/resources",
                DemoResource.enterprises().named("尚未提交的草稿 " + UUID.randomUUID()).body())
            .expect(201);
    String path = "/resources/" + draft.body().path("id").asText();

    for (String user : List.of("mz-editor", "mz-reviewer", "sw-requester", "auditor")) {
      int status = client.catalog(user).get(path).status();
      assertTrue(status == 403 || status == 404, user + " sees " + status);
      int write = client.catalog(user).post(path + "/submission", Map.of(), draft.etag()).status();
      assertTrue(write == 403 || write == 404, user + " may submit: " + write);
    }
  }

  @Test
  void refusesAStaleVersion() {
    Answer draft =
        client
            .catalog("gs-editor")
            .post(
                "/resources",
                DemoResource.enterprises().named("版本冲突的草稿 " + UUID.randomUUID()).body())
            .expect(201);
    String path = "/resources/" + draft.body().path("id").asText() + "/submission";
    client.catalog("gs-editor").post(path, Map.of(), draft.etag()).expect(200);

    assertEquals(412, client.catalog("gs-editor").post(path, Map.of(), draft.etag()).status());
    assertEquals(428, client.catalog("gs-editor").post(path, Map.of()).status());
  }

  private static void assertForbidden(Answer answer) {
    assertEquals(403, answer.status(), answer.toString());
    String type = answer.body().path("type").asText();
    assertTrue(type.startsWith("urn:govshare:problem:"), answer.toString());
  }
}
