package org.govshare.standalone.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waiting for something that another process will bring about. */
final class Patience {

  private static final Duration STEP = Duration.ofMillis(300);

  private Patience() {}

  /**
   * Asks again and again until there is an answer.
   *
   * @throws DemoFailure if there is none in time
   */
  static <T> T await(String what, Duration most, Supplier<Optional<T>> question) {
    long deadline = System.nanoTime() + most.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > deadline) {
        throw new DemoFailure("Waited " + most.toSeconds() + " s in vain for " + what);
      }
      try {
        Thread.sleep(STEP.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DemoFailure("Interrupted while waiting for " + what);
      }
    }
  }
}
