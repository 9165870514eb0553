package org.govshare.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The key with which the exchange service signs, made at the first start of a data directory. The
 * agents are told its public half.
 *
 * @param file the private key, in PEM
 * @param publicKey base64 of the public key's X.509 SubjectPublicKeyInfo
 */
record CentreKey(Path file, String publicKey) {

  /** The key of a data directory. */
  static CentreKey in(Path data) {
    Path file = data.resolve("exchange-signing.pem");
    Path open = data.resolve("exchange-signing.pub");
    try {
      // The public half is written first: a private key without one is never left behind.
      if (!Files.exists(file)) {
        make(file, open);
      }
      return new CentreKey(file, Files.readString(open).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file, Path open) throws IOException {
    KeyPair pair;
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    Files.createDirectories(file.getParent());
    Files.writeString(
        open, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n");
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    Files.writeString(
        fresh, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
