package org.govshare.protocol.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two key pairs of a node: Ed25519 for signatures, X25519 for receiving data keys.
 *
 * <p>On disk each pair is one PEM file, {@code signing.pem} and {@code agreement.pem}, readable by
 * its owner alone; beside it a {@code .pub} file holds the public key as one line of base64, for
 * registration.
 */
public final class NodeKeys {
  private static final String SIGNING = "signing";
  private static final String AGREEMENT = "agreement";

  private final KeyPair signing;
  private final KeyPair agreement;
  private final Digest keyId;

  private NodeKeys(KeyPair signing, KeyPair agreement) {
    this.signing = signing;
    this.agreement = agreement;
    this.keyId = PublicKeys.fingerprint(signing.getPublic());
  }

  /** Makes two new pairs. */
  public static NodeKeys generate() {
    try {
      return new NodeKeys(
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair(),
          KeyPairGenerator.getInstance("X25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks Ed25519 or X25519", e);
    }
  }

  /** Reads the pairs of a directory; makes and saves them first if neither file is there. */
  public static NodeKeys loadOrGenerate(Path directory) throws IOException {
    if (Files.exists(directory.resolve(SIGNING + ".pem"))
        || Files.exists(directory.resolve(AGREEMENT + ".pem"))) {
      return load(directory);
    }
    NodeKeys keys = generate();
    keys.save(directory);
    return keys;
  }

  /**
   * Reads the pairs of a directory.
   *
   * @throws CryptoFailure when a file is no such pair
   */
  public static NodeKeys load(Path directory) throws IOException {
    return new NodeKeys(
        read(directory.resolve(SIGNING + ".pem"), "Ed25519"),
        read(directory.resolve(AGREEMENT + ".pem"), "X25519"));
  }

  /** Writes the pairs into a directory, private files with mode 0600. */
  public void save(Path directory) throws IOException {
    Files.createDirectories(directory);
    write(directory, SIGNING, signing);
    write(directory, AGREEMENT, agreement);
  }

  /** Key that others check this node's signatures with. */
  public PublicKey signingKey() {
    return signing.getPublic();
  }

  /** Key that others wrap data keys for. */
  public PublicKey agreementKey() {
    return agreement.getPublic();
  }

  /** Fingerprint of the signing key. */
  public Digest keyId() {
    return keyId;
  }

  /** Signs a message with Ed25519. */
  public byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(signing.getPrivate());
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new CryptoFailure("cannot sign", e);
    }
  }

  PrivateKey agreementPrivate() {
    return agreement.getPrivate();
  }

  byte[] agreementScalar() {
    return ((XECPrivateKey) agreement.getPrivate())
        .getScalar()
        .orElseThrow(() -> new CryptoFailure("the agreement key hides its scalar"));
  }

  private static void write(Path directory, String name, KeyPair pair) throws IOException {
    String pem =
        block("PRIVATE KEY", pair.getPrivate().getEncoded())
            + block("PUBLIC KEY", pair.getPublic().getEncoded());
    Path temporary = directory.resolve(name + ".pem.new");
    Files.deleteIfExists(temporary);
    Files.createFile(
        temporary,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(temporary, pem);
    Files.move(temporary, directory.resolve(name + ".pem"), StandardCopyOption.ATOMIC_MOVE);
    Files.writeString(
        directory.resolve(name + ".pub"),
        PublicKeys.base64(pair.getPublic()) + System.lineSeparator());
  }

  private static String block(String label, byte[] content) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static KeyPair read(Path file, String algorithm) throws IOException {
    String pem = Files.readString(file);
    try {
      KeyFactory factory = KeyFactory.getInstance(algorithm);
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(content(pem, "PUBLIC KEY", file))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(content(pem, "PRIVATE KEY", file))));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new CryptoFailure(file.getFileName() + " holds no " + algorithm + " key pair", e);
    }
  }

  private static byte[] content(String pem, String label, Path file) {
    Matcher matcher =
        Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----")
            .matcher(pem);
    if (!matcher.find()) {
      throw new CryptoFailure(file.getFileName() + " lacks its " + label + " block");
    }
    return Base64.getMimeDecoder().decode(matcher.group(1));
  }
}
