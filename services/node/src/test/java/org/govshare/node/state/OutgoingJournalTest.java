package org.govshare.node.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingJournalTest {
  private static final int FULL = 100;
  private static final int OLDER = 2;

  @TempDir Path directory;

  private OutgoingJournal journal() throws IOException {
    return new OutgoingJournal(directory, FULL, OLDER);
  }

  @Test
  void linesStayInTheirOrderOverFilesAndRestarts() throws IOException {
    for (int i = 0; i < 20; i++) {
      journal().add("line " + i);
    }

    assertEquals(IntStream.range(0, 20).mapToObj(i -> "line " + i).toList(), journal().last(100));
    assertEquals(List.of("line 18", "line 19"), journal().last(2));
    assertEquals(List.of(), journal().last(0));
  }

  @Test
  void itsSizeIsBoundedAndTheOldestLinesGo() throws IOException {
    OutgoingJournal journal = journal();
    for (int i = 0; i < 1_000; i++) {
      journal.add("line " + i);
    }

    List<String> kept = journal.last(1_000);
    assertEquals("line 999", kept.getLast());
    assertTrue(kept.size() < 60, kept.size() + " lines");
    assertEquals("line " + (1_000 - kept.size()), kept.getFirst());
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(OLDER + 1, files.count());
    }
  }
}
