package org.govshare.standalone.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path directory;

  @Test
  void keepsWhatWasDrawn() {
    String password = Secrets.in(directory).password("one");

    assertEquals(password, Secrets.in(directory).password("one"));
    assertNotEquals(password, Secrets.in(directory).password("two"));
  }

  @Test
  void drawsKeysOf32Bytes() {
    assertEquals(32, Base64.getDecoder().decode(Secrets.in(directory).key("session")).length);
  }

  @Test
  void letsOnlyTheOwnerRead() throws IOException {
    Secrets.in(directory).password("one");

    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(directory.resolve("secrets.properties"))));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
  }
}
