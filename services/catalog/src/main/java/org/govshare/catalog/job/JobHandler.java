package org.govshare.catalog.job;

/** What a kind of job does. Every bean of this type is known to the runner. */
public interface JobHandler {

  /** The kind it works on: a stable word, for example {@code import-check}. */
  String kind();

  /**
   * Whether a job whose replica died may be taken up again from its beginning. If not, it is marked
   * as failed.
   */
  default boolean repeatable() {
    return false;
  }

  /**
   * Does the work, on a worker thread, where it may block. It calls {@link JobRun#progress} often
   * and {@link JobRun#fence} last in each of its transactions.
   *
   * @throws org.govshare.platform.problem.Problem if it cannot be done; the owner is shown why
   * @throws Exception if something unexpected happened; the log says what
   */
  void run(JobRun run) throws Exception;
}
