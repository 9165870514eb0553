package org.govshare.standalone.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java runtime that runs this program, used for its child processes as well. */
public final class JavaRuntime {

  private JavaRuntime() {}

  /** The home folder of the runtime. */
  public static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  /** Path of the {@code java} program. */
  public static String java() {
    return home().resolve("bin/java").toString();
  }

  /** Path of the JDK's {@code keytool}. */
  public static String keytool() {
    Path tool = home().resolve("bin/keytool");
    if (!Files.isExecutable(tool)) {
      throw new IllegalStateException("A whole JDK is needed: " + tool + " is missing");
    }
    return tool.toString();
  }

  /** This program's class path, valid in any working directory. */
  public static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * The start of a command line: {@code java}, the serial collector and a bounded heap.
   *
   * @param heapMegabytes greatest heap
   * @param options further options of the virtual machine
   */
  public static List<String> command(int heapMegabytes, String... options) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dfile.encoding=UTF-8");
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 24) {
      // Netty's direct buffers; without it each start warns.
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of(options));
    return command;
  }
}
