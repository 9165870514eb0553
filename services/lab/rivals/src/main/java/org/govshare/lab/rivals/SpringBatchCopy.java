package org.govshare.lab.rivals;

import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.database.JdbcBatchItemWriter;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.batch.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Spring Batch with a JDBC cursor reader and a batching writer. After its reference documentation,
 * "Chunk-oriented Processing" (one transaction and one batch per chunk) and "Database: Cursor-based
 * ItemReader Implementations" (fetch size); no job repository in the database, as "Configuring a
 * JobRepository" allows where a job is not restarted.
 */
final class SpringBatchCopy implements Copy {

  private static final int CHUNK = 1_000;

  private final Settings settings;
  private final DataSource source;
  private final DataSource target;
  private long round;

  SpringBatchCopy(Settings settings) {
    this.settings = settings;
    this.source = settings.source();
    this.target = settings.target();
  }

  @Override
  public void run() throws Exception {
    int width = settings.columns().size();
    JdbcCursorItemReader<Object[]> reader =
        new JdbcCursorItemReaderBuilder<Object[]>()
            .name("rows")
            .dataSource(source)
            .sql(settings.select())
            .fetchSize(CHUNK)
            .connectionAutoCommit(false)
            .verifyCursorPosition(false)
            .saveState(false)
            .rowMapper(
                (row, number) -> {
                  Object[] values = new Object[width];
                  for (int i = 0; i < width; i++) {
                    values[i] = row.getObject(i + 1);
                  }
                  return values;
                })
            .build();
    reader.afterPropertiesSet();
    JdbcBatchItemWriter<Object[]> writer =
        new JdbcBatchItemWriterBuilder<Object[]>()
            .dataSource(target)
            .sql(settings.insert("?", null))
            .itemPreparedStatementSetter(
                (values, statement) ->
                    new ArgumentPreparedStatementSetter(values).setValues(statement))
            .build();
    writer.afterPropertiesSet();
    JobRepository repository = new ResourcelessJobRepository();
    Step step =
        new StepBuilder("copy", repository)
            .<Object[], Object[]>chunk(CHUNK, new DataSourceTransactionManager(target))
            .reader(reader)
            .writer(writer)
            .build();
    Job job = new JobBuilder("copy", repository).start(step).build();
    TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
    launcher.setJobRepository(repository);
    launcher.afterPropertiesSet();
    JobExecution execution =
        launcher.run(job, new JobParametersBuilder().addLong("round", ++round).toJobParameters());
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      throw new IllegalStateException(execution.getAllFailureExceptions().toString());
    }
  }

  @Override
  public void close() {
    // Connections end with their statements.
  }
}
