package org.govshare.standalone.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What services are told of each other. */
class ServiceProcessesTest {

  @TempDir Path root;

  private Map<String, String> environment(Listener listener) throws IOException {
    Path program =
        root.resolve("services/" + listener.label() + "/target/quarkus-app/quarkus-run.jar");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "");
    Installation installation = new Installation(root);
    PlatformSettings settings =
        PlatformSettings.of(
            Map.of("GOVSHARE_PORTAL_PORT", "9080", "GOVSHARE_CATALOG_PORT", "9081"), installation);
    return new ServiceProcesses(settings, installation, Secrets.in(settings.data()))
        .service(listener)
        .environment();
  }

  @Test
  void theExchangeSignsWithAKeyOfItsOwn() throws Exception {
    Path file = Path.of(environment(Listener.EXCHANGE).get("GOVSHARE_EXCHANGE_SIGNING_KEY_FILE"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    String pem = Files.readString(file);
    assertEquals(pem, Files.readString(Path.of(again())), "it stays the same");
    byte[] message = "a lease".getBytes(StandardCharsets.UTF_8);
    Base64.Decoder base64 = Base64.getMimeDecoder();
    KeyFactory factory = KeyFactory.getInstance("Ed25519");
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(
        factory.generatePrivate(
            new PKCS8EncodedKeySpec(base64.decode(pem.replaceAll("-----.*-----", "")))));
    signature.update(message);
    byte[] signed = signature.sign();
    String open = CentreKey.in(file.getParent()).publicKey();
    signature.initVerify(factory.generatePublic(new X509EncodedKeySpec(base64.decode(open))));
    signature.update(message);
    assertTrue(signature.verify(signed));
    assertFalse(environment(Listener.MONITORING).containsKey("GOVSHARE_EXCHANGE_SIGNING_KEY_FILE"));
  }

  private String again() throws IOException {
    return environment(Listener.EXCHANGE).get("GOVSHARE_EXCHANGE_SIGNING_KEY_FILE");
  }

  @Test
  void theCatalogueKnowsWhatItLinksTo() throws IOException {
    Map<String, String> catalogue = environment(Listener.CATALOG);

    assertEquals("http://localhost:9080", catalogue.get("PORTAL_URL"));
    assertEquals("http://localhost:9080", catalogue.get("GOVSHARE_DCAT_PORTAL_URL"));
    assertEquals(
        "http://localhost:9081/api/catalog/v1/public/dcat",
        catalogue.get("GOVSHARE_DCAT_BASE_URL"));
    assertFalse(environment(Listener.MONITORING).containsKey("PORTAL_URL"));
  }
}
