package org.govshare.standalone.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Passwords and keys of one data directory. Each is drawn at random when it is first asked for and
 * kept in a file that only its owner can read.
 */
public final class Secrets {

  private final Path file;
  private final Properties values = new Properties();
  private final SecureRandom random = new SecureRandom();

  private Secrets(Path file) {
    this.file = file;
  }

  /** Opens the secrets of a data directory, creating the file if there is none. */
  public static Secrets in(Path data) {
    Secrets secrets = new Secrets(data.resolve("secrets.properties"));
    try {
      Files.createDirectories(data);
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
      if (Files.exists(secrets.file)) {
        try (Reader reader = Files.newBufferedReader(secrets.file)) {
          secrets.values.load(reader);
        }
      } else {
        Files.createFile(
            secrets.file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return secrets;
  }

  /** A password of 24 random bytes, in characters that need no quoting anywhere. */
  public String password(String name) {
    return value(name, 24, Base64.getUrlEncoder().withoutPadding());
  }

  /** A key of 32 random bytes in Base64. */
  public String key(String name) {
    return value(name, 32, Base64.getEncoder());
  }

  private synchronized String value(String name, int length, Base64.Encoder encoder) {
    String present = values.getProperty(name);
    if (present != null) {
      return present;
    }
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    String fresh = encoder.encodeToString(bytes);
    values.setProperty(name, fresh);
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, "Drawn at first start. Delete only together with the whole directory.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fresh;
  }
}
