package org.govshare.lab.rivals;

import java.io.BufferedReader;
import java.io.InputStreamReader;

/**
 * Runs one rival: says {@code ready}, then copies once for each line it is given and says {@code
 * done}, so that what is measured is the copy and not the start of a virtual machine.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.fromEnvironment();
    try (Copy copy = copy(arguments[0], settings);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in))) {
      System.out.println("ready");
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        copy.run();
        System.out.println("done");
      }
    }
    System.exit(0);
  }

  private static Copy copy(String name, Settings settings) throws Exception {
    return switch (name) {
      case "camel" -> new CamelCopy(settings);
      case "spring-batch" -> new SpringBatchCopy(settings);
      case "debezium" -> new DebeziumCopy(settings);
      default -> throw new IllegalArgumentException("no rival is called " + name);
    };
  }
}
