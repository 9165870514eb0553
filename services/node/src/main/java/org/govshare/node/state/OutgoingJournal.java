package org.govshare.node.state;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text about what has left the node, the latest last. A line is on disk when it has been
 * added, and is never changed; when the current file is full it becomes an older one, and the
 * oldest is removed.
 */
public final class OutgoingJournal {
  private static final String CURRENT = "outgoing.jsonl";
  private static final long FULL = 4L << 20;
  private static final int OLDER = 9;

  private final Path directory;
  private final long full;
  private final int older;

  OutgoingJournal(Path directory) throws IOException {
    this(directory, FULL, OLDER);
  }

  OutgoingJournal(Path directory, long full, int older) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.full = full;
    this.older = older;
  }

  /** Adds a line. */
  public synchronized void add(String line) throws IOException {
    Path current = directory.resolve(CURRENT);
    if (Files.exists(current) && Files.size(current) >= full) {
      turn();
    }
    try (FileOutputStream out = new FileOutputStream(current.toFile(), true)) {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.getFD().sync();
    }
  }

  /** The last lines, in their order. */
  public synchronized List<String> last(int limit) throws IOException {
    List<String> found = new ArrayList<>();
    for (int i = 0; i <= older && found.size() < limit; i++) {
      Path file = file(i);
      if (Files.exists(file)) {
        found.addAll(0, Files.readAllLines(file));
      }
    }
    return List.copyOf(found.subList(Math.max(0, found.size() - limit), found.size()));
  }

  private void turn() throws IOException {
    Files.deleteIfExists(file(older));
    for (int i = older - 1; i >= 0; i--) {
      if (Files.exists(file(i))) {
        Files.move(file(i), file(i + 1), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private Path file(int age) {
    return directory.resolve(age == 0 ? CURRENT : "outgoing." + age + ".jsonl");
  }
}
