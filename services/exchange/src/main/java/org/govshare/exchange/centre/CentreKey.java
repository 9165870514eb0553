package org.govshare.exchange.centre;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.crypto.SigningKey;
import org.jboss.logging.Logger;

/** The key with which the exchange signs leases and heads of receipt chains. */
@Singleton
public class CentreKey {

  private static final Logger LOG = Logger.getLogger(CentreKey.class);

  private final Optional<SigningKey> key;
  private final List<String> otherKeys;

  CentreKey(ExchangeConfig config) {
    this.key =
        config
            .signing()
            .key()
            .or(() -> config.signing().keyFile().map(CentreKey::read))
            .map(SigningKey::parse);
    this.otherKeys = config.signing().otherPublicKeys().orElse(List.of());
    otherKeys.forEach(PublicKeys::signingKey);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start(@Observes StartupEvent event) {
    key.ifPresentOrElse(
        it -> LOG.infof("The exchange signs with key %s", it.keyId()),
        () -> LOG.warn("The exchange has no signing key: it gives no leases and signs no heads"));
  }

  /** The key, if there is one. */
  public Optional<SigningKey> signing() {
    return key;
  }

  /** The public keys by which nodes are to know the exchange, its own first. */
  public List<String> publicKeys() {
    return key.map(
            own ->
                Stream.concat(Stream.of(PublicKeys.base64(own.publicKey())), otherKeys.stream())
                    .distinct()
                    .toList())
        .orElse(List.of());
  }
}
