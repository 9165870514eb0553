package org.govshare.standalone.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is needed to start a child process.
 *
 * @param name short name, used in messages
 * @param command program and arguments
 * @param environment variables added to those of this process
 * @param directory working directory
 * @param log file that standard output and error are appended to
 * @param pidFile file that remembers the process after its launcher has ended
 */
public record ProcessSpec(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Path log,
    Path pidFile) {

  public ProcessSpec {
    Objects.requireNonNull(name, "name");
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("The command of " + name + " is empty");
    }
  }
}
