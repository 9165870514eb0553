package org.govshare.lab.rivals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What is copied from where to where, from the environment.
 *
 * @param sourcePort port of the source's server
 * @param targetPort port of the target's server
 * @param brokerPort port of the broker
 * @param queue a queue at the broker
 * @param senderPassword of the account that sends to it
 * @param receiverPassword of the account that consumes it
 * @param database name of both databases
 * @param user of both databases
 * @param password of both databases
 * @param table the table, with key {@code id}
 * @param columns its columns
 * @param rows how many rows it has
 */
record Settings(
    int sourcePort,
    int targetPort,
    int brokerPort,
    String queue,
    String sender,
    String senderPassword,
    String receiver,
    String receiverPassword,
    String database,
    String user,
    String password,
    String table,
    List<String> columns,
    long rows) {

  static final int ROWS_A_FETCH = 1_000;

  static Settings fromEnvironment() {
    return new Settings(
        Integer.parseInt(of("SOURCE_PORT")),
        Integer.parseInt(of("TARGET_PORT")),
        Integer.parseInt(of("BROKER_PORT")),
        of("QUEUE"),
        of("SENDER"),
        of("SENDER_PASSWORD"),
        of("RECEIVER"),
        of("RECEIVER_PASSWORD"),
        of("DATABASE"),
        of("DATABASE_USER"),
        of("DATABASE_PASSWORD"),
        of("TABLE"),
        Arrays.asList(of("COLUMNS").split(",")),
        Long.parseLong(of("ROWS")));
  }

  /** Rows in the order of their key. */
  String select() {
    return "SELECT " + String.join(", ", columns) + " FROM " + table + " ORDER BY id";
  }

  /** An insert with a placeholder for each column. */
  String insert(String beforeName, String afterName) {
    return "INSERT INTO "
        + table
        + " ("
        + String.join(", ", columns)
        + ") VALUES ("
        + columns.stream()
            .map(column -> beforeName + (afterName == null ? "" : column + afterName))
            .collect(Collectors.joining(", "))
        + ")";
  }

  DataSource source() {
    PGSimpleDataSource source = dataSource(sourcePort);
    // PostgreSQL JDBC documentation, "Getting results based on a cursor".
    source.setDefaultRowFetchSize(ROWS_A_FETCH);
    return source;
  }

  DataSource target() {
    PGSimpleDataSource target = dataSource(targetPort);
    // PostgreSQL JDBC documentation, "reWriteBatchedInserts": 2 to 3 times faster batches.
    target.setReWriteBatchedInserts(true);
    return target;
  }

  private PGSimpleDataSource dataSource(int port) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {"127.0.0.1"});
    dataSource.setPortNumbers(new int[] {port});
    dataSource.setDatabaseName(database);
    dataSource.setUser(user);
    dataSource.setPassword(password);
    return dataSource;
  }

  private static String of(String name) {
    return System.getenv("RIVAL_" + name);
  }
}
