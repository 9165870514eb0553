package org.govshare.node.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govshare.protocol.receipt.CountersignedHead;

/**
 * The heads of one channel's receipts that the centre has countersigned, as {@code govshare-verify}
 * reads them: the first one and the last ones, so that the file stays small.
 */
public final class HeadFile {
  private static final int KEPT = 200;

  private final Path file;

  HeadFile(Path file) {
    this.file = file;
  }

  /** The heads, the earliest first. */
  public List<CountersignedHead> heads() throws IOException {
    List<CountersignedHead> heads = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.equals(CountersignedHead.FIRST_LINE)) {
          heads.add(CountersignedHead.read(line));
        }
      }
    } catch (NoSuchFileException e) {
      // None has come yet.
    }
    return heads;
  }

  /** Adds a head; it is on disk when the method returns. One that is there stays once. */
  public void add(CountersignedHead head) throws IOException {
    List<CountersignedHead> heads = heads();
    if (heads.stream().anyMatch(it -> it.line().equals(head.line()))) {
      return;
    }
    heads.add(head);
    if (heads.size() > KEPT) {
      heads.remove(1);
    }
    StringBuilder text = new StringBuilder(CountersignedHead.FIRST_LINE).append('\n');
    heads.forEach(it -> text.append(it.line()).append('\n'));
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
