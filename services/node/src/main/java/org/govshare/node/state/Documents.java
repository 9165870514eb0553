package org.govshare.node.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of small files. Every write is on disk when the method returns. */
public final class Documents {
  private final Path directory;

  Documents(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /** Names of the files that end so, in alphabetical order. */
  public List<String> names(String ending) throws IOException {
    try (Stream<Path> listed = Files.list(directory)) {
      return listed
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  /** What a file holds, or null if there is none. */
  public byte[] read(String name) throws IOException {
    try {
      return Files.readAllBytes(directory.resolve(name));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Replaces a file. */
  public void write(String name, byte[] content) throws IOException {
    AtomicFile.write(directory.resolve(name), content);
  }

  /** Removes a file if it is there. */
  public void delete(String name) throws IOException {
    AtomicFile.delete(directory.resolve(name));
  }
}
