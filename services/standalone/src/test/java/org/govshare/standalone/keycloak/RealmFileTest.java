package org.govshare.standalone.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFileTest {

  private static final Path REALM = Path.of("../../keycloak-realm/govshare-realm.json");
  private static final Path OVERLAY = Path.of("../../keycloak-realm/standalone-overlay.json");
  private static final Set<String> DEMO_CLIENTS = Set.of("demo-cli", "sw-tax-system");

  @TempDir Path directory;

  @Test
  void holdsNoUserAndNoSecretForProduction() throws IOException {
    JsonNode realm = read(REALM);

    assertFalse(realm.has("users"));
    for (JsonNode client : realm.path("clients")) {
      assertFalse(DEMO_CLIENTS.contains(client.path("clientId").asText()));
      assertFalse(client.path("directAccessGrantsEnabled").asBoolean());
      if (client.has("secret")) {
        assertTrue(client.path("secret").asText().matches("\\$\\{[A-Z_]+}"), client.toString());
      }
    }
    assertFalse(Files.readString(REALM).contains("Govshare-Demo-1"));
  }

  @Test
  void namesOneAudienceForEachService() throws IOException {
    for (String clientId : List.of("govshare-portal", "demo-cli", "sw-tax-system")) {
      Set<String> audiences = new TreeSet<>();
      for (JsonNode mapper : client(merged(), clientId).path("protocolMappers")) {
        String audience = mapper.path("config").path("included.client.audience").asText();
        if (!audience.isEmpty()) {
          audiences.add(audience);
        }
      }
      assertEquals(
          Set.of("govshare-catalog", "govshare-exchange", "govshare-monitoring"), audiences);
    }
  }

  @Test
  void letsNobodyButAnAdministratorEditAUser() throws IOException {
    String profile =
        read(REALM)
            .path("components")
            .path("org.keycloak.userprofile.UserProfileProvider")
            .path(0)
            .path("config")
            .path("kc.user.profile.config")
            .path(0)
            .asText();
    JsonNode attributes = new ObjectMapper().readTree(profile).path("attributes");

    assertTrue(attributes.size() > 0);
    for (JsonNode attribute : attributes) {
      assertEquals("[\"admin\"]", attribute.path("permissions").path("edit").toString());
    }
    assertFalse(profile.contains("unmanagedAttributePolicy"));
    assertFalse(profile.contains("\"department\""), "the department comes from the group alone");
  }

  @Test
  void putsEachDemoUserIntoOneDepartmentAtMost() throws IOException {
    Set<String> groups = new TreeSet<>();
    for (JsonNode group : read(REALM).path("groups")) {
      groups.add("/" + group.path("name").asText());
      assertEquals(1, group.path("attributes").path("department").size());
    }
    List<String> withoutDepartment = new ArrayList<>();
    for (JsonNode user : merged().path("users")) {
      assertTrue(user.path("groups").size() <= 1, user.toString());
      for (JsonNode group : user.path("groups")) {
        assertTrue(groups.contains(group.asText()), group.asText());
      }
      if (user.path("groups").isEmpty() && !user.has("serviceAccountClientId")) {
        withoutDepartment.add(user.path("username").asText());
      }
    }
    assertEquals(List.of("sysadmin", "secadmin", "auditor"), withoutDepartment);
  }

  private JsonNode merged() throws IOException {
    Path target = directory.resolve("realm.json");
    RealmFile.write(REALM, OVERLAY, target);
    return read(target);
  }

  private static JsonNode client(JsonNode realm, String clientId) {
    for (JsonNode client : realm.path("clients")) {
      if (clientId.equals(client.path("clientId").asText())) {
        return client;
      }
    }
    throw new AssertionError("no client " + clientId);
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
