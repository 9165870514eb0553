package org.govshare.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.protocol.control.Side;

/**
 * The baselines of a full copy: {@code psql -c "COPY … TO STDOUT" | psql -c "COPY … FROM STDIN"},
 * the fastest that an administrator with a shell would get, without encryption, receipts or
 * resumption.
 */
final class PsqlPipe {

  private final ExchangeBed bed;

  PsqlPipe(ExchangeBed bed) {
    this.bed = bed;
  }

  /** Copies the table and returns the seconds that it took. */
  double copy(String format) throws IOException, InterruptedException {
    String options = " WITH (FORMAT " + format + ")";
    return run(
        psql(Side.SOURCE, "COPY (SELECT * FROM " + ExchangeBed.TABLE + ") TO STDOUT" + options),
        psql(Side.TARGET, "COPY " + ExchangeBed.TABLE + " FROM STDIN" + options));
  }

  /**
   * Copies the rows into a staging table and from there into the filled table by one {@code INSERT
   * … ON CONFLICT DO UPDATE}, and returns the seconds that it took.
   */
  double upsert(List<String> columns, String key) throws IOException, InterruptedException {
    String list = String.join(", ", columns);
    String changes =
        columns.stream()
            .filter(column -> !column.equals(key))
            .map(column -> column + " = EXCLUDED." + column)
            .collect(Collectors.joining(", "));
    return run(
        psql(Side.SOURCE, "COPY (SELECT * FROM " + ExchangeBed.TABLE + ") TO STDOUT"),
        psql(
            Side.TARGET,
            "CREATE TEMPORARY TABLE stage (LIKE " + ExchangeBed.TABLE + ")",
            "COPY stage FROM STDIN",
            "INSERT INTO "
                + ExchangeBed.TABLE
                + " ("
                + list
                + ") SELECT "
                + list
                + " FROM stage ON CONFLICT ("
                + key
                + ") DO UPDATE SET "
                + changes));
  }

  private static double run(ProcessBuilder reader, ProcessBuilder writer)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<Process> pipe = ProcessBuilder.startPipeline(List.of(reader, writer));
    for (Process process : pipe) {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("psql ended with " + process.exitValue());
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private ProcessBuilder psql(Side side, String... statements) {
    ProcessBuilder builder =
        new ProcessBuilder(
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            "--host=127.0.0.1",
            "--port=" + bed.databasePort(side),
            "--username=" + bed.user(),
            "--dbname=" + bed.database());
    for (String statement : statements) {
      builder.command().add("--command=" + statement);
    }
    builder.environment().putAll(Map.of("PGPASSWORD", bed.password(), "LC_ALL", "C.UTF-8"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.directory(Path.of(".").toFile());
    return builder;
  }
}
