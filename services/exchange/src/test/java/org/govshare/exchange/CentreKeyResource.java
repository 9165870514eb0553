package org.govshare.exchange;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.govshare.protocol.crypto.SigningKey;

/** A signing key for the exchange, in a file. */
public class CentreKeyResource implements QuarkusTestResourceLifecycleManager {

  private Path file;

  @Override
  public Map<String, String> start() {
    try {
      file = Files.createTempFile("centre", ".pem");
      Files.writeString(file, SigningKey.generate().pem());
      return Map.of("govshare.exchange.signing.key-file", file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
