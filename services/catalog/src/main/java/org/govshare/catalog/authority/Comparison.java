package org.govshare.catalog.authority;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.govshare.catalog.job.JobHandler;
import org.govshare.catalog.job.JobRun;
import org.govshare.catalog.library.Validity;
import org.govshare.catalog.search.SearchText;

/**
 * Compares all published items. Their keys are made here, a few thousand at a time; everything else
 * is done by the database as a set, so that memory does not grow with the catalogue.
 *
 * <p>Two different keys come to be compared only if they share one of their rarer pairs of
 * characters. Sets of sizes m and n that resemble each other by at least t have c = t (m + n) / 2
 * pairs in common, so when pairs are ordered from rare to frequent, one of the first m - c + 1 of
 * the one is among the first n - c + 1 of the other. Nothing above the threshold is missed, but
 * between names that share no pair rarer than the limit set.
 */
@Singleton
class Comparison implements JobHandler {

  static final String KIND = "authority-comparison";

  private static final int BATCH = 5_000;

  private final AgroalDataSource database;
  private final AuthorityConfig config;
  private final Clock clock;

  Comparison(AgroalDataSource database, AuthorityConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public void run(JobRun run) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        execute(connection, ComparisonSql.ITEMS);
        Set<ComparedWord> words = words(connection);
        ItemKeys keys = new ItemKeys(words);
        readItems(connection, run, keys);
        run.stage("COMPARING");
        compare(connection, run);
        run.stage("WRITING");
        write(connection, words, keys);
        run.fence(connection);
        connection.commit();
        run.result("/api/catalog/v1/authority/candidates");
      } finally {
        connection.rollback();
      }
    }
  }

  private static void readItems(Connection connection, JobRun run, ItemKeys keys)
      throws SQLException {
    run.stage("READING");
    long total = count(connection);
    long done = 0;
    Object after = null;
    while (true) {
      Batch batch = batch(connection, keys, after);
      if (batch.ids.isEmpty()) {
        return;
      }
      try (PreparedStatement insert = connection.prepareStatement(ComparisonSql.KEEP_KEYS)) {
        insert.setArray(1, connection.createArrayOf("uuid", batch.ids.toArray()));
        insert.setArray(2, connection.createArrayOf("text", batch.keys.toArray()));
        insert.executeUpdate();
      }
      after = batch.ids.get(batch.ids.size() - 1);
      done += batch.ids.size();
      run.progress(done, total);
    }
  }

  /** The list of synonyms, and what the standard data elements in force are called. */
  private Set<ComparedWord> words(Connection connection) throws SQLException {
    Set<ComparedWord> words = new LinkedHashSet<>();
    try (PreparedStatement query = connection.prepareStatement(ComparisonSql.WORDS)) {
      Date today = Date.valueOf(Validity.today(clock));
      query.setDate(1, today);
      query.setDate(2, today);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          words.add(
              new ComparedWord(
                  SearchText.folded(row.getString(1)),
                  SearchText.folded(row.getString(2)),
                  row.getBoolean(3)));
        }
      }
    }
    return words;
  }

  private static void keepWords(Connection connection, Set<ComparedWord> words)
      throws SQLException {
    execute(connection, ComparisonSql.FORGET_WORDS);
    try (PreparedStatement insert = connection.prepareStatement(ComparisonSql.KEEP_WORDS)) {
      insert.setArray(1, column(connection, "text", words, ComparedWord::word));
      insert.setArray(2, column(connection, "text", words, ComparedWord::meaning));
      insert.setArray(3, column(connection, "boolean", words, ComparedWord::whole));
      insert.executeUpdate();
    }
  }

  private static Array column(
      Connection connection,
      String type,
      Set<ComparedWord> words,
      Function<ComparedWord, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, words.stream().map(value).toArray());
  }

  private static long count(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ComparisonSql.COUNT);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private record Batch(List<Object> ids, List<String> keys) {}

  private static Batch batch(Connection connection, ItemKeys keys, Object after)
      throws SQLException {
    Batch batch = new Batch(new ArrayList<>(BATCH), new ArrayList<>(BATCH));
    try (PreparedStatement query =
        connection.prepareStatement(
            after == null ? ComparisonSql.FIRST_NAMES : ComparisonSql.NEXT_NAMES)) {
      int parameter = 1;
      if (after != null) {
        query.setObject(parameter++, after);
      }
      query.setInt(parameter, BATCH);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          batch.ids.add(row.getObject(1));
          batch.keys.add(keys.of(row.getString(2)));
        }
      }
    }
    return batch;
  }

  private void compare(Connection connection, JobRun run) throws SQLException {
    execute(connection, ComparisonSql.DATA);
    run.progress(1, 4L);
    execute(connection, ComparisonSql.PAIRS);
    double threshold = config.nameThreshold();
    try (PreparedStatement leading = connection.prepareStatement(ComparisonSql.LEADING_PAIRS)) {
      leading.setDouble(1, threshold / (2 - threshold));
      leading.setInt(2, config.pairLimit());
      leading.executeUpdate();
    }
    execute(connection, ComparisonSql.LEADING_PAIRS_INDEX);
    run.progress(2, 4L);
    try (PreparedStatement resembling = connection.prepareStatement(ComparisonSql.RESEMBLING)) {
      resembling.setDouble(1, threshold);
      resembling.setDouble(2, threshold);
      resembling.executeUpdate();
    }
    run.progress(3, 4L);
    try (PreparedStatement scored = connection.prepareStatement(ComparisonSql.SCORED)) {
      scored.setDouble(1, config.scoreThreshold());
      scored.setInt(2, config.resemblanceLimit());
      scored.executeUpdate();
    }
    run.progress(4, 4L);
  }

  private void write(Connection connection, Set<ComparedWord> words, ItemKeys keys)
      throws SQLException {
    execute(connection, ComparisonSql.LOCK);
    keepWords(connection, words);
    moveDecided(connection, keys);
    Timestamp now = Timestamp.from(clock.instant());
    for (String step :
        List.of(
            ComparisonSql.KEEP_CANDIDATES,
            ComparisonSql.FORGET_CANDIDATES,
            ComparisonSql.MARK_LOST_CANDIDATES)) {
      try (PreparedStatement statement = connection.prepareStatement(step)) {
        statement.setTimestamp(1, now);
        statement.executeUpdate();
      }
    }
    execute(connection, ComparisonSql.FORGET_ITEMS);
    execute(connection, ComparisonSql.KEEP_ITEMS);
    execute(connection, ComparisonSql.DERIVE);
  }

  /** What was decided stays with its names when the synonyms, and so their keys, have changed. */
  private static void moveDecided(Connection connection, ItemKeys keys) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ComparisonSql.DECIDED);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String keyA = keys.of(row.getString("name_a"));
        String keyB = keys.of(row.getString("name_b"));
        boolean inOrder = keyA.compareTo(keyB) <= 0;
        String first = inOrder ? keyA : keyB;
        String second = inOrder ? keyB : keyA;
        if (!first.equals(row.getString("key_a")) || !second.equals(row.getString("key_b"))) {
          move(
              connection,
              row.getObject("id"),
              List.of(first, second),
              List.of(
                  row.getString(inOrder ? "name_a" : "name_b"),
                  row.getString(inOrder ? "name_b" : "name_a")));
        }
      }
    }
  }

  private static void move(Connection connection, Object id, List<String> keys, List<String> names)
      throws SQLException {
    try (PreparedStatement room = connection.prepareStatement(ComparisonSql.MAKE_ROOM)) {
      room.setString(1, keys.get(0));
      room.setString(2, keys.get(1));
      room.executeUpdate();
    }
    try (PreparedStatement move = connection.prepareStatement(ComparisonSql.MOVE)) {
      move.setString(1, keys.get(0));
      move.setString(2, keys.get(1));
      move.setString(3, names.get(0));
      move.setString(4, names.get(1));
      move.setObject(5, id);
      move.setString(6, keys.get(0));
      move.setString(7, keys.get(1));
      move.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
