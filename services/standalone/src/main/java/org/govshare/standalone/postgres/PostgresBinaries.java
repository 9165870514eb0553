package org.govshare.standalone.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked from the class path.
 *
 * @param directory folder that holds {@code bin}, {@code lib} and {@code share}
 */
public record PostgresBinaries(Path directory) {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  /**
   * Unpacks the programs into a folder, unless they are there already. Two processes may do so at
   * the same time: the folder appears whole or not at all.
   */
  public static PostgresBinaries in(Path directory) {
    if (!Files.isExecutable(directory.resolve("bin/postgres"))) {
      try {
        unpackInto(directory.toAbsolutePath());
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot unpack PostgreSQL: " + e.getMessage(), e);
      }
    }
    return new PostgresBinaries(directory.toAbsolutePath());
  }

  /**
   * A command line for one of the programs. PostgreSQL refuses to run as root; for root it is put
   * into a user namespace of its own, where it is nobody.
   */
  List<String> command(String program, String... arguments) {
    Stream<String> prefix =
        "root".equals(System.getProperty("user.name"))
            ? Stream.of("unshare", "--user")
            : Stream.empty();
    return Stream.of(
            prefix, Stream.of(directory.resolve("bin/" + program).toString()), Stream.of(arguments))
        .flatMap(part -> part)
        .toList();
  }

  private static void unpackInto(Path directory) throws IOException {
    Files.createDirectories(directory.getParent());
    Path fresh = Files.createTempDirectory(directory.getParent(), "postgresql-");
    try (InputStream resource = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
      if (resource == null) {
        throw new IOException(
            "no PostgreSQL binaries for this machine (" + System.getProperty("os.arch") + ")");
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpackEntry(tar, entry, fresh);
        }
      }
      // Readable by the nobody of the namespace as well.
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      try {
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (!Files.isExecutable(directory.resolve("bin/postgres"))) {
          throw e;
        }
      }
    } finally {
      deleteTree(fresh);
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("entry outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
