package org.govshare.standalone.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  @TempDir Path directory;

  @Test
  void findsAgainWhatItStarted() {
    ChildProcess started = sleeper("sleep 60");

    ChildProcess found = ChildProcess.find("sleeper", pidFile()).orElseThrow();
    assertEquals(started.pid(), found.pid());
    found.stop(Duration.ofSeconds(5));

    assertFalse(started.isAlive());
    assertTrue(ChildProcess.find("sleeper", pidFile()).isEmpty());
  }

  @Test
  void doesNotTakeAnotherProcessForItsOwn() throws IOException {
    // This test's own pid, but another moment of start: as after a pid was given away again.
    Files.writeString(pidFile(), ProcessHandle.current().pid() + " 12345");

    assertTrue(ChildProcess.find("sleeper", pidFile()).isEmpty());
  }

  @Test
  void killsWhatDoesNotHeedTheRequest() {
    ChildProcess deaf = sleeper("trap '' TERM; while true; do sleep 1; done");

    deaf.stop(Duration.ofMillis(300));

    assertFalse(deaf.isAlive());
  }

  private ChildProcess sleeper(String script) {
    return ChildProcess.start(
        new ProcessSpec(
            "sleeper",
            List.of("sh", "-c", script),
            Map.of(),
            directory,
            directory.resolve("log"),
            pidFile()));
  }

  private Path pidFile() {
    return directory.resolve("sleeper.pid");
  }
}
