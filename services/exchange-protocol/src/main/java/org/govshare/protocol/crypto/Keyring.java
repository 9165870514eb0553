package org.govshare.protocol.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A node's keys of every suite. They are changed while the node runs: new ones are made and kept
 * beside, and take the others' place once the centre knows them. May be used from several threads.
 *
 * <p>In the directory of the keys, {@code next} holds the new ones, and {@code former} a directory
 * for each set in whose place others are, numbered in their order.
 */
public final class Keyring {
  private static final String NEXT = "next";
  private static final String FORMER = "former";
  // There once the former keys are kept: a change that was cut off is brought to its end.
  private static final String TAKEN = "taken";

  private final Path directory;
  private volatile Map<CryptoSuite, NodeKeys> keys;
  private Map<CryptoSuite, NodeKeys> next;

  private Keyring(
      Path directory, Map<CryptoSuite, NodeKeys> keys, Map<CryptoSuite, NodeKeys> next) {
    this.directory = directory;
    this.keys = keys;
    this.next = next;
  }

  /** Makes new keys of every suite, kept in memory alone. */
  public static Keyring generate() {
    return new Keyring(null, all(NodeKeys::generate), null);
  }

  /** Reads a directory; makes and saves the keys of a suite of which no file is there. */
  public static Keyring loadOrGenerate(Path directory) throws IOException {
    return of(directory, suite -> NodeKeys.loadOrGenerate(suite, directory));
  }

  /** Reads a directory that holds the keys of every suite. */
  public static Keyring load(Path directory) throws IOException {
    return of(directory, suite -> NodeKeys.load(suite, directory));
  }

  private interface Source {
    NodeKeys of(CryptoSuite suite) throws IOException;
  }

  private interface Maker {
    NodeKeys of(CryptoSuite suite);
  }

  private static Map<CryptoSuite, NodeKeys> all(Maker maker) {
    Map<CryptoSuite, NodeKeys> keys = new EnumMap<>(CryptoSuite.class);
    for (CryptoSuite suite : CryptoSuite.values()) {
      keys.put(suite, maker.of(suite));
    }
    return keys;
  }

  private static Map<CryptoSuite, NodeKeys> read(Source source) throws IOException {
    Map<CryptoSuite, NodeKeys> keys = new EnumMap<>(CryptoSuite.class);
    for (CryptoSuite suite : CryptoSuite.values()) {
      keys.put(suite, source.of(suite));
    }
    return keys;
  }

  private static Keyring of(Path directory, Source present) throws IOException {
    Path beside = directory.resolve(NEXT);
    boolean whole = Stream.of(CryptoSuite.values()).allMatch(s -> NodeKeys.there(s, beside));
    if (whole && Files.exists(beside.resolve(TAKEN))) {
      replace(directory, read(suite -> NodeKeys.load(suite, beside)));
      whole = false;
    } else if (!whole) {
      // Cut off while they were made, which nobody has heard of, or while they were removed.
      clear(beside);
    }
    Map<CryptoSuite, NodeKeys> keys = read(present);
    List<Map<CryptoSuite, NodeKeys>> former = new ArrayList<>();
    for (Path set : sets(directory).reversed()) {
      former.add(read(suite -> NodeKeys.load(suite, set)));
    }
    Map<CryptoSuite, NodeKeys> next = whole ? read(suite -> NodeKeys.load(suite, beside)) : null;
    keys.replaceAll((suite, own) -> own.after(former.stream().map(set -> set.get(suite)).toList()));
    return new Keyring(directory, keys, next);
  }

  private static List<Path> sets(Path directory) throws IOException {
    Path former = directory.resolve(FORMER);
    if (!Files.exists(former)) {
      return List.of();
    }
    try (Stream<Path> sets = Files.list(former)) {
      return sets.sorted(Comparator.comparing(set -> set.getFileName().toString())).toList();
    }
  }

  /** Writes all keys into a directory, private files with mode 0600. */
  public void save(Path into) throws IOException {
    for (NodeKeys suite : keys.values()) {
      suite.save(into);
    }
  }

  /** The keys of a suite. */
  public NodeKeys of(CryptoSuite suite) {
    return keys.get(suite);
  }

  /** The new keys of a suite; null if there are none. */
  public synchronized NodeKeys next(CryptoSuite suite) {
    return next == null ? null : next.get(suite);
  }

  /** Makes new keys, unless there are some that the centre does not know yet. */
  public synchronized void makeNext() throws IOException {
    if (next != null) {
      return;
    }
    Map<CryptoSuite, NodeKeys> made = all(NodeKeys::generate);
    if (directory != null) {
      for (NodeKeys suite : made.values()) {
        suite.save(directory.resolve(NEXT));
      }
    }
    next = made;
  }

  /**
   * Puts the new keys in the place of the others, which are kept.
   *
   * @param keyId fingerprint of the new signing key of suite {@code intl}; of other keys nothing is
   *     changed
   * @return whether they were changed
   */
  public synchronized boolean takeNext(String keyId) throws IOException {
    if (next == null || !next.get(CryptoSuite.INTL).keyId().toString().equals(keyId)) {
      return false;
    }
    if (directory != null) {
      save(directory.resolve(FORMER).resolve("%06d".formatted(sets(directory).size() + 1)));
      Files.createFile(directory.resolve(NEXT).resolve(TAKEN));
      replace(directory, next);
    }
    Map<CryptoSuite, NodeKeys> taken = new EnumMap<>(CryptoSuite.class);
    next.forEach(
        (suite, made) -> {
          List<NodeKeys> former = new ArrayList<>();
          former.add(keys.get(suite));
          former.addAll(keys.get(suite).former());
          taken.put(suite, made.after(former));
        });
    keys = taken;
    next = null;
    return true;
  }

  private static void replace(Path directory, Map<CryptoSuite, NodeKeys> by) throws IOException {
    for (NodeKeys suite : by.values()) {
      suite.save(directory);
    }
    clear(directory.resolve(NEXT));
  }

  private static void clear(Path beside) throws IOException {
    if (!Files.exists(beside)) {
      return;
    }
    try (Stream<Path> files = Files.list(beside)) {
      // The mark goes last.
      for (Path file : files.filter(each -> !each.endsWith(TAKEN)).toList()) {
        Files.delete(file);
      }
    }
    Files.deleteIfExists(beside.resolve(TAKEN));
  }
}
