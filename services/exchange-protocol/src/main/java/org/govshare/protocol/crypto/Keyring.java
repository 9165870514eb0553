package org.govshare.protocol.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** A node's keys of every suite. */
public final class Keyring {
  private final Map<CryptoSuite, NodeKeys> keys;

  private Keyring(Map<CryptoSuite, NodeKeys> keys) {
    this.keys = keys;
  }

  /** Makes new keys of every suite. */
  public static Keyring generate() {
    Map<CryptoSuite, NodeKeys> keys = new EnumMap<>(CryptoSuite.class);
    for (CryptoSuite suite : CryptoSuite.values()) {
      keys.put(suite, NodeKeys.generate(suite));
    }
    return new Keyring(keys);
  }

  /** Reads a directory; makes and saves the keys of a suite of which no file is there. */
  public static Keyring loadOrGenerate(Path directory) throws IOException {
    Map<CryptoSuite, NodeKeys> keys = new EnumMap<>(CryptoSuite.class);
    for (CryptoSuite suite : CryptoSuite.values()) {
      keys.put(suite, NodeKeys.loadOrGenerate(suite, directory));
    }
    return new Keyring(keys);
  }

  /** Reads a directory that holds the keys of every suite. */
  public static Keyring load(Path directory) throws IOException {
    Map<CryptoSuite, NodeKeys> keys = new EnumMap<>(CryptoSuite.class);
    for (CryptoSuite suite : CryptoSuite.values()) {
      keys.put(suite, NodeKeys.load(suite, directory));
    }
    return new Keyring(keys);
  }

  /** Writes all keys into a directory, private files with mode 0600. */
  public void save(Path directory) throws IOException {
    for (NodeKeys suite : keys.values()) {
      suite.save(directory);
    }
  }

  /** The keys of a suite. */
  public NodeKeys of(CryptoSuite suite) {
    return keys.get(suite);
  }
}
