package org.govshare.lab.rivals;

import io.debezium.connector.jdbc.JdbcSinkConnectorTask;
import io.debezium.embedded.Connect;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Debezium's embedded engine with its PostgreSQL connector, an initial snapshot, and its JDBC sink
 * given the records as Kafka Connect would. After its documentation: PostgreSQL connector, {@code
 * snapshot.fetch.size}, {@code max.batch.size} and {@code max.queue.size} raised; JDBC sink, {@code
 * batch.size} raised, {@code insert.mode=insert}, and {@code reWriteBatchedInserts}.
 */
final class DebeziumCopy implements Copy {

  private static final int BATCH = 8_192;

  private final Settings settings;
  private final ExecutorService executor = Executors.newCachedThreadPool();

  DebeziumCopy(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void run() throws Exception {
    JdbcSinkConnectorTask sink = new JdbcSinkConnectorTask();
    sink.start(sinkSettings());
    AtomicLong written = new AtomicLong();
    AtomicReference<String> failure = new AtomicReference<>();
    CountDownLatch all = new CountDownLatch(1);
    DebeziumEngine<ChangeEvent<SourceRecord, SourceRecord>> engine =
        DebeziumEngine.create(Connect.class)
            .using(sourceSettings())
            .using(
                (success, message, error) -> {
                  if (!success) {
                    failure.set(message + ": " + error);
                  }
                  all.countDown();
                })
            .notifying(
                (events, committer) -> {
                  List<SinkRecord> records = new ArrayList<>(events.size());
                  for (ChangeEvent<SourceRecord, SourceRecord> event : events) {
                    SinkRecord record = sinkRecord(event.value(), written.get() + records.size());
                    if (record != null) {
                      records.add(record);
                    }
                  }
                  sink.put(records);
                  for (ChangeEvent<SourceRecord, SourceRecord> event : events) {
                    committer.markProcessed(event);
                  }
                  committer.markBatchFinished();
                  if (written.addAndGet(records.size()) >= settings.rows()) {
                    all.countDown();
                  }
                })
            .build();
    executor.execute(engine);
    all.await();
    engine.close();
    sink.stop();
    if (written.get() < settings.rows()) {
      throw new IllegalStateException(written + " rows: " + failure.get());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private static SinkRecord sinkRecord(SourceRecord record, long offset) {
    if (record.value() == null || record.key() == null) {
      return null;
    }
    return new SinkRecord(
        record.topic(),
        0,
        record.keySchema(),
        record.key(),
        record.valueSchema(),
        record.value(),
        offset,
        System.currentTimeMillis(),
        TimestampType.CREATE_TIME);
  }

  private Properties sourceSettings() {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "name", "rival",
            "connector.class", "io.debezium.connector.postgresql.PostgresConnector",
            "offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore",
            "topic.prefix", "rival",
            "plugin.name", "pgoutput",
            "snapshot.mode", "initial_only",
            "snapshot.fetch.size", Integer.toString(BATCH),
            "max.batch.size", Integer.toString(BATCH),
            "max.queue.size", Integer.toString(4 * BATCH)));
    properties.putAll(
        Map.of(
            "database.hostname", "127.0.0.1",
            "database.port", Integer.toString(settings.sourcePort()),
            "database.user", settings.user(),
            "database.password", settings.password(),
            "database.dbname", settings.database(),
            "table.include.list", "public." + settings.table(),
            "publication.autocreate.mode", "disabled"));
    return properties;
  }

  private Map<String, String> sinkSettings() {
    Map<String, String> sink = new HashMap<>();
    sink.put(
        "connection.url",
        "jdbc:postgresql://127.0.0.1:"
            + settings.targetPort()
            + "/"
            + settings.database()
            + "?reWriteBatchedInserts=true");
    sink.put("connection.username", settings.user());
    sink.put("connection.password", settings.password());
    sink.put("insert.mode", "insert");
    sink.put("primary.key.mode", "record_key");
    sink.put("primary.key.fields", "id");
    sink.put("schema.evolution", "none");
    sink.put("collection.name.format", settings.table());
    sink.put("batch.size", Integer.toString(BATCH));
    return sink;
  }
}
