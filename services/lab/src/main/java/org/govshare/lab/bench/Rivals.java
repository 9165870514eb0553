package org.govshare.lab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.SampleTable;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.Side;
import org.govshare.standalone.process.JavaRuntime;

/**
 * A full copy beside other programs that copy the same rows between the same servers, each as its
 * documentation advises to run it (see {@code services/lab/rivals}). They neither encrypt nor sign
 * nor prove. Each has started and copied once before it is measured.
 */
final class Rivals {

  private static final int ROUNDS = 5;
  private static final int HEAP_MEGABYTES = 512;
  private static final Path PROGRAMS = Path.of("services/lab/rivals/target");

  /** Names of their rows of the results. */
  static final Set<String> ROWS = Set.of("vs-camel", "vs-spring-batch", "vs-debezium");

  private final ExchangeBed bed;
  private final long rows;
  private final Path logs;
  private final List<String> names;

  /** Those of the rivals whose rows are chosen. */
  Rivals(ExchangeBed bed, long rows, Path logs, Set<String> chosen) {
    this.bed = bed;
    this.rows = rows;
    this.logs = logs;
    this.names =
        ROWS.stream()
            .filter(chosen::contains)
            .map(row -> row.substring("vs-".length()))
            .sorted()
            .toList();
  }

  List<BenchRow> run() throws Exception {
    if (!Files.isDirectory(PROGRAMS.resolve("lib"))) {
      throw new IllegalStateException(
          PROGRAMS + "/lib is missing; build services/lab/rivals first");
    }
    PlatformCopy copy = PlatformCopy.prepare(bed, rows);
    UUID channel = bed.openChannel();
    copy.run(channel);
    Map<String, Rival> rivals = new LinkedHashMap<>();
    Map<String, List<BenchRow.Round>> measured = new LinkedHashMap<>();
    try {
      for (String name : names) {
        Rival rival = new Rival(name);
        copy.empty();
        rival.copy();
        copy.verify();
        rivals.put(name, rival);
        measured.put(name, new ArrayList<>());
      }
      for (int round = 1; round <= ROUNDS; round++) {
        copy.empty();
        double ours = rows / copy.run(channel);
        System.out.printf("round %d: govshare %,.0f rows/s", round, ours);
        for (String name : names) {
          copy.empty();
          double theirs = rows / rivals.get(name).copy();
          copy.verify();
          measured.get(name).add(new BenchRow.Round(ours, theirs));
          System.out.printf(", %s %,.0f (%.1f)", name, theirs, ours / theirs);
        }
        System.out.println();
      }
    } finally {
      rivals.values().forEach(Rival::end);
    }
    List<BenchRow> results = new ArrayList<>();
    measured.forEach((name, all) -> results.add(BenchRow.of("vs-" + name, "rows/s", name, all)));
    return results;
  }

  /** What a rival is told; it may use a queue of its own. */
  private Map<String, String> environment() throws Exception {
    try (Connection source = bed.source();
        Statement statement = source.createStatement()) {
      statement.execute("ALTER ROLE " + bed.user() + " REPLICATION");
    }
    String sender = "node." + ExchangeBed.SOURCE;
    String receiver = "node." + ExchangeBed.TARGET;
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("RIVAL_SOURCE_PORT", Integer.toString(bed.databasePort(Side.SOURCE)));
    environment.put("RIVAL_TARGET_PORT", Integer.toString(bed.databasePort(Side.TARGET)));
    environment.put("RIVAL_BROKER_PORT", Integer.toString(bed.brokerPort()));
    environment.put(
        "RIVAL_QUEUE", Addresses.frame(ExchangeBed.SOURCE, ExchangeBed.TARGET, bed.openChannel()));
    environment.put("RIVAL_SENDER", sender);
    environment.put("RIVAL_SENDER_PASSWORD", bed.brokerPassword(sender));
    environment.put("RIVAL_RECEIVER", receiver);
    environment.put("RIVAL_RECEIVER_PASSWORD", bed.brokerPassword(receiver));
    environment.put("RIVAL_DATABASE", bed.database());
    environment.put("RIVAL_DATABASE_USER", bed.user());
    environment.put("RIVAL_DATABASE_PASSWORD", bed.password());
    environment.put("RIVAL_TABLE", ExchangeBed.TABLE);
    environment.put(
        "RIVAL_COLUMNS",
        SampleTable.COLUMNS.stream()
            .map(SampleTable.Column::name)
            .collect(Collectors.joining(",")));
    environment.put("RIVAL_ROWS", Long.toString(rows));
    return environment;
  }

  /** A rival's process. */
  private final class Rival {
    private final Process process;
    private final BufferedReader answers;

    private Rival(String name) throws Exception {
      List<String> command = new ArrayList<>(JavaRuntime.command(HEAP_MEGABYTES));
      command.addAll(
          List.of(
              "-cp",
              PROGRAMS.resolve("*") + ":" + PROGRAMS.resolve("lib/*"),
              "org.govshare.lab.rivals.Main",
              name));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectError(logs.resolve("rival-" + name + ".log").toFile());
      builder.environment().putAll(environment());
      process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      answers = new BufferedReader(new InputStreamReader(process.getInputStream()));
      await("ready");
    }

    private double copy() throws IOException {
      long start = System.nanoTime();
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      await("done");
      return (System.nanoTime() - start) / 1e9;
    }

    private void await(String word) throws IOException {
      String line = answers.readLine();
      while (line != null && !line.equals(word)) {
        line = answers.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("a rival ended; see " + logs);
      }
    }

    private void end() {
      process.destroyForcibly();
    }
  }
}
