package org.govshare.standalone.provision;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.govshare.standalone.api.ApiFailure;
import org.govshare.standalone.api.PlatformClient;
import org.govshare.standalone.platform.DemoNode;
import org.govshare.standalone.platform.Platform;
import org.govshare.standalone.platform.PlatformSettings;
import org.govshare.standalone.platform.StartFailure;

/** Registers the demo nodes, the business domain and the catalogue entries. May be repeated. */
public final class Provisioning {

  /** Code of the business domain of the demo platform. */
  public static final String DOMAIN = "dzhy";

  private static final String DOMAIN_NAME = "多证合一域";

  private final PlatformSettings settings;
  private final PlatformClient client;
  private final PrintStream out;

  public Provisioning(Platform platform, PrintStream out) {
    this.settings = platform.settings();
    this.client = new PlatformClient(settings);
    this.out = out;
  }

  /**
   * Does what has not been done yet.
   *
   * @throws StartFailure if a service refuses
   */
  public void run() {
    if (Files.exists(mark())) {
      return;
    }
    out.println("Registering nodes, the domain and catalogue entries");
    try {
      registerNodes();
      openDomain();
      Cataloguing cataloguing = new Cataloguing(client);
      DemoResource.all().forEach(cataloguing::publish);
      Files.createFile(mark());
    } catch (ApiFailure e) {
      throw new StartFailure("The platform runs, but setting it up failed: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path mark() {
    return settings.data().resolve("provisioned");
  }

  private void registerNodes() {
    PlatformClient.Session operator = client.exchange("operator");
    for (DemoNode node : DemoNode.values()) {
      Map<String, String> registration = new HashMap<>();
      registration.put("name", node.departmentName() + "前置机");
      registration.put("department", node.code());
      registration.put("signingKey", publicKey(node, "signing"));
      registration.put("agreementKey", publicKey(node, "agreement"));
      registration.put("gmSigningKey", publicKey(node, "signing-gm"));
      registration.put("gmAgreementKey", publicKey(node, "agreement-gm"));
      operator.put("/nodes/" + node.code(), registration).expect(200, 201);
    }
    // What an agent told before its keys were known was refused, so it is asked again.
    for (DemoNode node : DemoNode.values()) {
      operator.post("/nodes/" + node.code() + "/inventory", Map.of()).expect(200, 202, 204);
    }
  }

  private String publicKey(DemoNode node, String kind) {
    Path file = settings.nodeKeys(node.code()).resolve(kind + ".pub");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartFailure("The agent has not written " + file);
    }
  }

  private void openDomain() {
    PlatformClient.Session designer = client.exchange("designer");
    Set<String> present = new HashSet<>();
    for (JsonNode domain : designer.get("/domains?size=100").expect(200).body().path("items")) {
      present.add(domain.path("code").asText());
    }
    if (!present.contains(DOMAIN)) {
      designer.post("/domains", Map.of("code", DOMAIN, "name", DOMAIN_NAME)).expect(200, 201);
    }
  }
}
