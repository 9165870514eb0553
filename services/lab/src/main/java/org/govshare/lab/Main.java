package org.govshare.lab;

import java.nio.file.Path;
import org.govshare.lab.bench.Bench;
import org.govshare.lab.catalogue.CatalogueLoad;
import org.govshare.lab.faults.Campaign;
import org.govshare.lab.faults.Soak;

/** Entry of {@code make bench}, {@code faults}, {@code soak} and {@code load-catalog}. */
public final class Main {

  private static final Path AGENT = Path.of("services/node/target/quarkus-app/quarkus-run.jar");

  private static final Path EXCHANGE =
      Path.of("services/exchange/target/quarkus-app/quarkus-run.jar");

  private static final Path CATALOG =
      Path.of("services/catalog/target/quarkus-app/quarkus-run.jar");

  private Main() {}

  /**
   * Runs a command from the project's root.
   *
   * @param arguments {@code bench [rows]}, {@code faults [count] [seed]}, {@code soak [minutes]
   *     [seed]} or {@code load-catalog}
   */
  public static void main(String[] arguments) throws Exception {
    String command = arguments.length == 0 ? "" : arguments[0];
    switch (command) {
      case "bench" ->
          Bench.run(argument(arguments, 1, ""), AGENT, CATALOG, Path.of("target/bench"));
      case "faults" -> {
        int count = Integer.parseInt(argument(arguments, 1, "100"));
        long seed = Long.parseLong(argument(arguments, 2, "1"));
        Campaign.Settings settings =
            new Campaign.Settings(
                seed, System.getProperty("faults.rounds", ""), Boolean.getBoolean("faults.limits"));
        System.exit(
            Campaign.run(count, settings, AGENT, EXCHANGE, Path.of("target/faults")) ? 0 : 1);
      }
      case "soak" ->
          System.exit(
              Soak.run(
                      Integer.parseInt(argument(arguments, 1, "60")),
                      Long.parseLong(argument(arguments, 2, "1")),
                      AGENT,
                      Path.of("target/soak"))
                  ? 0
                  : 1);
      case "load-catalog" -> System.exit(CatalogueLoad.run(Path.of("target/load-catalog")) ? 0 : 1);
      default -> {
        System.err.println(
            "usage: bench [row,row…] | faults [count] [seed] | soak [minutes] [seed] |"
                + " load-catalog");
        System.exit(2);
      }
    }
    System.exit(0);
  }

  private static String argument(String[] arguments, int index, String otherwise) {
    return arguments.length > index && !arguments[index].isBlank() ? arguments[index] : otherwise;
  }
}
