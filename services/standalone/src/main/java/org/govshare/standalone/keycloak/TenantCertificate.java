package org.govshare.standalone.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import org.govshare.standalone.process.JavaRuntime;

/** Key pair and self-signed certificate of a tenant system, kept in a PKCS#12 key store. */
public final class TenantCertificate {

  private TenantCertificate() {}

  /**
   * Makes the key store unless it exists.
   *
   * @return Base64 of the certificate in DER
   */
  public static String in(Path keyStore, String client, String password) {
    try {
      if (!Files.exists(keyStore)) {
        generate(keyStore, client, password);
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream stream = Files.newInputStream(keyStore)) {
        store.load(stream, password.toCharArray());
      }
      return Base64.getEncoder().encodeToString(store.getCertificate(client).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + keyStore + ": " + e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot read " + keyStore, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void generate(Path keyStore, String client, String password)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                JavaRuntime.keytool(),
                "-genkeypair",
                "-alias",
                client,
                "-keyalg",
                "RSA",
                "-keysize",
                "3072",
                "-sigalg",
                "SHA256withRSA",
                "-validity",
                "730",
                "-dname",
                "CN=" + client,
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass:env",
                "STORE_PASSWORD"));
    builder.environment().put("STORE_PASSWORD", password);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    if (builder.start().waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    Files.setPosixFilePermissions(keyStore, PosixFilePermissions.fromString("rw-------"));
  }
}
