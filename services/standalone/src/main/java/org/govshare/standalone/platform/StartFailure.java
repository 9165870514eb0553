package org.govshare.standalone.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The platform could not be started; the message is meant for the person at the terminal. */
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int LAST_LINES = 20;

  public StartFailure(String message) {
    super(message);
  }

  /** Names the component, its log and the log's last lines. */
  static StartFailure of(String component, String what, Path log) {
    StringBuilder message = new StringBuilder(component + " " + what + ". Its log: " + log);
    try {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
      lines.stream()
          .skip(Math.max(0, lines.size() - LAST_LINES))
          .forEach(line -> message.append("\n    ").append(line));
    } catch (IOException e) {
      message.append("\n    (cannot be read: ").append(e.getMessage()).append(')');
    }
    return new StartFailure(message.toString());
  }
}
