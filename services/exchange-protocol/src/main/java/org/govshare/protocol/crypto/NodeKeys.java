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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.util.BigIntegers;

/**
 * The two key pairs of a node in one suite, for signatures and for receiving data keys: Ed25519 and
 * X25519, or two of SM2.
 *
 * <p>On disk each pair is one PEM file, {@code signing.pem} and {@code agreement.pem}, or {@code
 * signing-gm.pem} and {@code agreement-gm.pem}, readable by its owner alone; beside it a {@code
 * .pub} file holds the public key as one line of base64, for registration.
 *
 * <p>Keys that were changed are kept as former ones: what others sealed for them, or this node for
 * itself, is opened with them, and nothing is sealed or signed with them any more.
 */
public final class NodeKeys {
  private static final String SIGNING = "signing";
  private static final String AGREEMENT = "agreement";

  private final CryptoSuite suite;
  private final KeyPair signing;
  private final KeyPair agreement;
  private final Digest keyId;
  private final List<NodeKeys> former;

  private NodeKeys(CryptoSuite suite, KeyPair signing, KeyPair agreement) {
    this(suite, signing, agreement, List.of());
  }

  private NodeKeys(CryptoSuite suite, KeyPair signing, KeyPair agreement, List<NodeKeys> former) {
    this.suite = suite;
    this.signing = signing;
    this.agreement = agreement;
    this.keyId = PublicKeys.fingerprint(signing.getPublic());
    this.former = List.copyOf(former);
  }

  /** Makes two new pairs. */
  public static NodeKeys generate(CryptoSuite suite) {
    if (suite == CryptoSuite.GM) {
      return new NodeKeys(suite, Sm2.generate(), Sm2.generate());
    }
    try {
      return new NodeKeys(
          suite,
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair(),
          KeyPairGenerator.getInstance("X25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks Ed25519 or X25519", e);
    }
  }

  /** Reads the pairs of a directory; makes and saves them first if neither file is there. */
  public static NodeKeys loadOrGenerate(CryptoSuite suite, Path directory) throws IOException {
    if (Files.exists(directory.resolve(file(suite, SIGNING) + ".pem"))
        || Files.exists(directory.resolve(file(suite, AGREEMENT) + ".pem"))) {
      return load(suite, directory);
    }
    NodeKeys keys = generate(suite);
    keys.save(directory);
    return keys;
  }

  /**
   * Reads the pairs of a directory.
   *
   * @throws CryptoFailure when a file is no such pair
   */
  public static NodeKeys load(CryptoSuite suite, Path directory) throws IOException {
    boolean gm = suite == CryptoSuite.GM;
    return new NodeKeys(
        suite,
        read(directory.resolve(file(suite, SIGNING) + ".pem"), gm ? Sm2.ALGORITHM : "Ed25519"),
        read(directory.resolve(file(suite, AGREEMENT) + ".pem"), gm ? Sm2.ALGORITHM : "X25519"));
  }

  /** Whether the files of both pairs are in a directory. */
  static boolean there(CryptoSuite suite, Path directory) {
    return Files.exists(directory.resolve(file(suite, SIGNING) + ".pem"))
        && Files.exists(directory.resolve(file(suite, AGREEMENT) + ".pem"));
  }

  /** Writes the pairs into a directory, private files with mode 0600. */
  public void save(Path directory) throws IOException {
    Files.createDirectories(directory);
    write(directory, file(suite, SIGNING), signing);
    write(directory, file(suite, AGREEMENT), agreement);
  }

  /** The same keys in place of others, the latest of which comes first. */
  NodeKeys after(List<NodeKeys> others) {
    return new NodeKeys(suite, signing, agreement, others);
  }

  /** The keys in whose place these are, the latest first. */
  List<NodeKeys> former() {
    return former;
  }

  /** Whether this node signed a message, with these keys or with former ones. */
  public boolean signed(byte[] message, byte[] signature) {
    return PublicKeys.verify(signing.getPublic(), message, signature)
        || former.stream().anyMatch(keys -> keys.signed(message, signature));
  }

  /** The suite that the keys are for. */
  public CryptoSuite suite() {
    return suite;
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

  /** Signs a message. */
  public byte[] sign(byte[] message) {
    if (signing.getPrivate() instanceof Sm2PrivateKey key) {
      return Sm2.sign(key, message);
    }
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
    if (agreement.getPrivate() instanceof Sm2PrivateKey key) {
      return BigIntegers.asUnsignedByteArray(32, key.scalar().getD());
    }
    return ((XECPrivateKey) agreement.getPrivate())
        .getScalar()
        .orElseThrow(() -> new CryptoFailure("the agreement key hides its scalar"));
  }

  private static String file(CryptoSuite suite, String name) {
    return suite == CryptoSuite.INTL ? name : name + "-" + suite.code();
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
      if (algorithm.equals(Sm2.ALGORITHM)) {
        return new KeyPair(
            Sm2.publicKey(content(pem, "PUBLIC KEY", file)),
            Sm2.privateKey(content(pem, "PRIVATE KEY", file)));
      }
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
