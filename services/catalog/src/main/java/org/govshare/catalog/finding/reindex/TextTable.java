package org.govshare.catalog.finding.reindex;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.catalog.search.SearchItem;
import org.govshare.catalog.search.SearchRow;
import org.govshare.platform.problem.Conflict;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The table {@code resource_text}, made anew. The new one is filled in batches beside the old one,
 * which is searched and written meanwhile; at the end rows that were written since the beginning
 * are carried over, and the tables change places in one short transaction that all others wait for.
 */
@Singleton
class TextTable {

  private static final int BATCH = 500;
  private static final long LOCK = 0x676F767368617265L;
  private static final int SWAP_ATTEMPTS = 40;

  /** Error code of PostgreSQL for a lock that was not had in time. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final String CREATE =
      """
      create table resource_text_next (like resource_text including defaults including storage)
      with (fillfactor = 85, toast_tuple_target = 1024)
      """;

  private static final String READ =
      """
      select r.id, r.facets, r.newest, r.name, r.summary, r.keywords, i.names, i.fields,
        i.descriptions
      from information_resource r
      left join lateral (
        select array_agg(i.name order by i.position) as names,
          array_agg(i.field_name order by i.position) as fields,
          array_agg(i.description order by i.position) as descriptions
        from data_item i where i.resource_id = r.id) i on true
      where r.id > ?
      order by r.id limit ?
      """;

  private static final String COPY =
      "copy resource_text_next (facets, newest, " + SearchRow.COLUMNS + ") from stdin";

  private static final List<String> INDEX =
      List.of(
          "set maintenance_work_mem = '128MB'",
          "alter table resource_text_next add primary key (resource_id)",
          "create index resource_text_next_tokens on resource_text_next using gin (tokens)",
          "analyze resource_text_next",
          "reset maintenance_work_mem");

  // The strongest lock at once, because dropping a foreign key asks for it and a weaker one could
  // not be raised while a writer holds a row; in the order in which writers take them. Whoever
  // waits in a circle with this transaction is not told so before a second has passed.
  private static final List<String> LOCK_OTHERS_OUT =
      List.of(
          "set local lock_timeout = '500ms'",
          "lock table information_resource in access exclusive mode",
          "lock table resource_text in access exclusive mode");

  private static final String FORGET_OUTDATED =
      """
      delete from resource_text_next next using resource_text old
      where old.resource_id = next.resource_id
        and not pg_visible_in_snapshot(old.written_by, cast(? as pg_snapshot))
      """;

  private static final String CARRY_OVER =
      """
      insert into resource_text_next
      select * from resource_text old
      where not pg_visible_in_snapshot(old.written_by, cast(? as pg_snapshot))
      """;

  private static final List<String> SWAP =
      List.of(
          """
          delete from resource_text_next next
          where not exists (select 1 from information_resource r where r.id = next.resource_id)
          """,
          """
          alter table resource_text_next add constraint resource_text_next_fkey
          foreign key (resource_id) references information_resource on delete cascade
          """,
          "drop table resource_text",
          "alter table resource_text_next rename to resource_text",
          "alter index resource_text_next_pkey rename to resource_text_pkey",
          "alter index resource_text_next_tokens rename to resource_text_tokens",
          """
          alter table resource_text
          rename constraint resource_text_next_fkey to resource_text_resource_id_fkey
          """,
          """
          create trigger set_facets before insert on resource_text
          for each row execute function set_text_facets()
          """,
          "select watch_texts()",
          "insert into search_change default values");

  private final DataSource database;

  TextTable(DataSource database) {
    this.database = database;
  }

  /** Who orders a rebuild and watches it. */
  interface Watcher {

    void begin(String stage);

    /** Called after each batch; may throw to end the rebuild. */
    void progress(long done, long total);

    /** Called last in the transaction in which the tables change places. */
    void fence(Connection connection) throws SQLException;
  }

  /** Whether there are resources that cannot be found at all. */
  boolean lacksRows() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                select exists (select 1 from information_resource r
                  where not exists (select 1 from resource_text t where t.resource_id = r.id))
                """)) {
      found.next();
      return found.getBoolean(1);
    }
  }

  /**
   * Makes the table anew.
   *
   * @throws Conflict if that is being done already (409)
   */
  void rebuild(Watcher watcher) throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (!"t".equals(value(connection, "select pg_try_advisory_lock(" + LOCK + ")"))) {
        throw new Conflict("reindex-under-way");
      }
      try {
        rebuild(connection, watcher);
      } finally {
        connection.setAutoCommit(true);
        value(connection, "select pg_advisory_unlock(" + LOCK + ")");
      }
    }
  }

  private static void rebuild(Connection connection, Watcher watcher) throws SQLException {
    String begun = value(connection, "select cast(pg_current_snapshot() as text)");
    execute(connection, List.of("drop table if exists resource_text_next", CREATE));
    watcher.begin("fill");
    fill(connection, watcher);
    watcher.begin("index");
    execute(connection, INDEX);
    watcher.begin("swap");
    for (int attempt = 1; !swapped(connection, begun, watcher, attempt == SWAP_ATTEMPTS); ) {
      attempt++;
      value(connection, "select pg_sleep(0.2)");
    }
  }

  private static void fill(Connection connection, Watcher watcher) throws SQLException {
    long total = Long.parseLong(value(connection, "select count(*) from information_resource"));
    long done = 0;
    UUID last = new UUID(0, 0);
    StringBuilder lines = new StringBuilder();
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      while (last != null) {
        lines.setLength(0);
        read.setObject(1, last);
        read.setInt(2, BATCH);
        last = null;
        try (ResultSet rows = read.executeQuery()) {
          while (rows.next()) {
            last = rows.getObject("id", UUID.class);
            lines.append(rows.getLong("facets")).append('\t').append(rows.getString("newest"));
            lines.append('\t');
            row(rows).appendTo(lines, last);
            done++;
          }
        }
        copy(connection, lines);
        watcher.progress(done, Math.max(done, total));
      }
    }
  }

  private static SearchRow row(ResultSet rows) throws SQLException {
    String[] names = texts(rows, "names");
    String[] fields = texts(rows, "fields");
    String[] descriptions = texts(rows, "descriptions");
    List<SearchItem> items = new ArrayList<>(names.length);
    for (int i = 0; i < names.length; i++) {
      items.add(new SearchItem(names[i], fields[i], descriptions[i]));
    }
    return SearchRow.of(
        rows.getString("name"), rows.getString("summary"), List.of(texts(rows, "keywords")), items);
  }

  private static String[] texts(ResultSet rows, String column) throws SQLException {
    Array array = rows.getArray(column);
    return array == null ? new String[0] : (String[]) array.getArray();
  }

  private static void copy(Connection connection, StringBuilder lines) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** One attempt; it gives way to long transactions of others, who would wait for it in turn. */
  private static boolean swapped(
      Connection connection, String begun, Watcher watcher, boolean lastAttempt)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      execute(connection, LOCK_OTHERS_OUT);
      update(connection, FORGET_OUTDATED, begun);
      update(connection, CARRY_OVER, begun);
      execute(connection, SWAP);
      watcher.fence(connection);
      connection.commit();
      return true;
    } catch (SQLException e) {
      connection.rollback();
      if (lastAttempt || !LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw e;
      }
      return false;
    } catch (RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static void update(Connection connection, String sql, String snapshot)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, snapshot);
      statement.executeUpdate();
    }
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
