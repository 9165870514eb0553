package org.govshare.catalog.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.govshare.platform.correlation.Correlation;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Takes orders for long work and shows how it goes. */
@Singleton
public class Jobs {

  private static final TypeReference<List<Object>> ARGUMENTS = new TypeReference<>() {};

  private static final String INSERT =
      """
      insert into job (id, kind, state, owner, department, parameters, correlation, created_at)
      values (?, ?, 'QUEUED', ?, ?, ?, ?, ?)
      """;

  private final JobRepository jobs;
  private final ObjectMapper json;
  private final ProblemTexts texts;
  private final Clock clock;

  Jobs(JobRepository jobs, ObjectMapper json, ProblemTexts texts, Clock clock) {
    this.jobs = jobs;
    this.json = json;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * Orders work in the caller's transaction; it begins after the commit.
   *
   * @param kind a kind that a {@link JobHandler} works on
   * @param parameters written as JSON, read by {@link JobRun#parameters}
   */
  @WithTransaction
  public Uni<JobView> submit(String kind, Caller caller, Object parameters) {
    Job job =
        new Job(
            kind,
            caller.name(),
            caller.department().orElse(null),
            written(parameters),
            Correlation.current(),
            clock.instant());
    return jobs.persist(job).chain(jobs::flush).map(done -> job.view(null));
  }

  /**
   * The same in a transaction of JDBC.
   *
   * @return identity of the job
   */
  public UUID submit(Connection connection, String kind, Caller caller, Object parameters)
      throws SQLException {
    UUID id = UUID.randomUUID();
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setObject(1, id);
      statement.setString(2, kind);
      statement.setString(3, caller.name());
      statement.setString(4, caller.department().orElse(null));
      statement.setString(5, written(parameters));
      statement.setString(6, Correlation.current());
      statement.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
    return id;
  }

  /**
   * One job, whoever ordered it; the caller has seen to who may look.
   *
   * @return the job, or {@code null} if it is not kept any more
   */
  @WithSession
  public Uni<JobView> find(UUID id, Locale language) {
    return jobs.findById(id).map(job -> job == null ? null : view(job, language));
  }

  @WithSession
  Uni<Page<JobView>> mine(Caller caller, PageRequest page, Locale language) {
    return jobs.of(caller.name(), page).map(found -> found.map(job -> view(job, language)));
  }

  @WithSession
  Uni<JobView> read(Caller caller, UUID id, Locale language) {
    return jobs.existing(id).invoke(job -> own(caller, job)).map(job -> view(job, language));
  }

  /** Asks a job to stop. One that has ended stays as it is, so this can be repeated. */
  @WithTransaction
  Uni<JobView> cancel(Caller caller, UUID id, Locale language) {
    return jobs.locked(id)
        .invoke(job -> own(caller, job))
        .invoke(job -> job.cancel(clock.instant()))
        .map(job -> view(job, language));
  }

  private static void own(Caller caller, Job job) {
    if (!job.owner().equals(caller.name())) {
      throw new JobNotFound(job.id());
    }
  }

  private JobView view(Job job, Locale language) {
    if (job.problem() == null) {
      return job.view(null);
    }
    String detail = texts.text(language, job.problem() + ".detail", arguments(job));
    return job.view(detail == null ? job.problem() : detail);
  }

  private List<Object> arguments(Job job) {
    try {
      return job.problemArguments() == null
          ? List.of()
          : json.readValue(job.problemArguments(), ARGUMENTS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String written(Object parameters) {
    try {
      return json.writeValueAsString(parameters);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
