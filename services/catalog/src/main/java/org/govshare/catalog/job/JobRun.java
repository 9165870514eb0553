package org.govshare.catalog.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * One attempt at a job: what its handler works with. What is reported here is written down by the
 * runner a little later, on a connection of its own, so reporting often costs nothing.
 */
public final class JobRun {

  private static final String FENCE =
      "select 1 from job where id = ? and holder = ? and attempt = ? for share";

  private final UUID id;
  private final String kind;
  private final String owner;
  private final String department;
  private final String parameters;
  private final String correlation;
  private final int attempt;
  private final String holder;
  private final ObjectMapper json;
  private volatile String stopped;
  private volatile boolean cancelled;
  private volatile String stage;
  private volatile long done;
  private volatile Long total;
  private volatile String result;

  JobRun(
      UUID id,
      String kind,
      String owner,
      String department,
      String parameters,
      String correlation,
      int attempt,
      String holder,
      ObjectMapper json) {
    this.id = id;
    this.kind = kind;
    this.owner = owner;
    this.department = department;
    this.parameters = parameters;
    this.correlation = correlation;
    this.attempt = attempt;
    this.holder = holder;
    this.json = json;
  }

  /** Identity of the job. */
  public UUID id() {
    return id;
  }

  String kind() {
    return kind;
  }

  /** Name of who ordered it. */
  public String owner() {
    return owner;
  }

  /** Department of who ordered it. */
  public Optional<String> department() {
    return Optional.ofNullable(department);
  }

  /** Correlation of the request that ordered it, or {@code null}. */
  public String correlation() {
    return correlation;
  }

  /** Which attempt this is, from 1. */
  public int attempt() {
    return attempt;
  }

  /** What the job was ordered with. */
  public <T> T parameters(Class<T> type) {
    try {
      return json.readValue(parameters, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says what the job is busy with from now on, and begins counting anew. */
  public void stage(String word) {
    stage = word;
    done = 0;
    total = null;
    checkpoint();
  }

  /**
   * Says how far the stage has come.
   *
   * @param whole how much there is to do, {@code null} if that is not known
   * @throws JobStopped if the job must not go on
   */
  public void progress(long part, Long whole) {
    done = part;
    total = whole;
    checkpoint();
  }

  /** Names what came of it, as an address under the API's root. */
  public void result(String address) {
    result = address;
  }

  /**
   * A point at which the job may end without leaving anything half done.
   *
   * @throws JobStopped if the job must not go on
   */
  public void checkpoint() {
    if (stopped != null) {
      throw new JobStopped(stopped);
    }
  }

  /**
   * Makes sure, last in a transaction, that no other replica has taken the job over; until the
   * commit none can.
   *
   * @throws JobStopped if one has
   */
  public void fence(Connection connection) throws SQLException {
    checkpoint();
    try (PreparedStatement statement = connection.prepareStatement(FENCE)) {
      statement.setObject(1, id);
      statement.setString(2, holder);
      statement.setInt(3, attempt);
      try (ResultSet found = statement.executeQuery()) {
        if (!found.next()) {
          throw new JobStopped("taken over");
        }
      }
    }
  }

  void stop(String reason) {
    if (stopped == null) {
      stopped = reason;
    }
  }

  void cancel() {
    cancelled = true;
    stop("cancelled");
  }

  boolean cancelled() {
    return cancelled;
  }

  String stage() {
    return stage;
  }

  long done() {
    return done;
  }

  Long total() {
    return total;
  }

  String result() {
    return result;
  }
}
