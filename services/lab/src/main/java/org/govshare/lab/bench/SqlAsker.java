package org.govshare.lab.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The search page as a prepared statement of one JDBC connection, whose planner is told the same of
 * the disks as the service's; every column is read.
 */
final class SqlAsker implements AutoCloseable {

  private static final Pattern PARAMETER = Pattern.compile("\\?(\\d)");

  private final Connection connection;
  private final PreparedStatement statement;
  private final List<Integer> order = new ArrayList<>();

  SqlAsker(Connection connection) throws SQLException, IOException {
    this.connection = connection;
    try (Statement setting = connection.createStatement()) {
      setting.execute("set random_page_cost = 1.1");
    }
    Matcher matcher = PARAMETER.matcher(sql());
    StringBuilder plain = new StringBuilder();
    while (matcher.find()) {
      order.add(Integer.parseInt(matcher.group(1)));
      matcher.appendReplacement(plain, "?");
    }
    statement = connection.prepareStatement(matcher.appendTail(plain).toString());
  }

  private static String sql() throws IOException {
    try (InputStream sql = SqlAsker.class.getResourceAsStream("search-page.sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--[^\n]*", "");
    }
  }

  /** Finds a word and returns how many rows were read. */
  int find(String word) throws SQLException {
    for (int i = 0; i < order.size(); i++) {
      switch (order.get(i)) {
        case 1 -> statement.setArray(i + 1, connection.createArrayOf("int4", pairs(word)));
        case 2 -> statement.setString(i + 1, word);
        case 3 -> statement.setString(i + 1, word + "%");
        default -> statement.setString(i + 1, "%" + word + "%");
      }
    }
    int rows = 0;
    try (ResultSet result = statement.executeQuery()) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        for (int column = 1; column <= columns; column++) {
          result.getString(column);
        }
        rows++;
      }
    }
    return rows;
  }

  /** How often a word is found. */
  int total(String word) throws SQLException {
    find(word);
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        if (result.getString("kind").equals("count") && result.getString("value") == null) {
          return result.getInt("found");
        }
      }
    }
    return 0;
  }

  private static Object[] pairs(String word) {
    Object[] pairs = new Object[word.length() - 1];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = word.charAt(i) << 16 | word.charAt(i + 1);
    }
    return pairs;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
