package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import org.govshare.exchange.run.SilentRuns;
import org.govshare.protocol.control.ReportRun;
import org.junit.jupiter.api.Test;

/** Runs of which nothing is heard. */
@QuarkusTest
class SilentRunTest extends StartedRunTest {

  @Inject SilentRuns silentRuns;

  private void ask(Instant now) {
    try {
      VertxContextSupport.subscribeAndAwait(() -> silentRuns.ask(now));
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void bothNodesAreAskedAfterASilentRun() {
    chain.forward(chain.data(run, 60));
    awaitReceipts(1);
    Instant now = Instant.now();
    ask(now);
    ask(now.plusSeconds(11));

    ReportRun expected = new ReportRun(run, atSource.channelId(), 1);
    assertThat(Bus.read(scene.source.command("ReportRun"), ReportRun.class)).isEqualTo(expected);
    assertThat(Bus.read(scene.target.command("ReportRun"), ReportRun.class)).isEqualTo(expected);
  }

  @Test
  void aRunThatIsHeardOfIsLeftAloneAndASilentOneIsAskedAfterLessAndLess() {
    Instant now = Instant.now();
    ask(now);
    chain.forward(chain.data(run, 60));
    awaitReceipts(1);
    ask(now.plusSeconds(11)); // Heard of since.
    ask(now.plusSeconds(22)); // The first question.
    ask(now.plusSeconds(33)); // Too early for the second.
    chain.forward(chain.data(run, 60));
    awaitReceipts(2);
    ask(now.plusSeconds(44)); // Heard of since.
    ask(now.plusSeconds(55)); // The second question.

    assertThat(Bus.read(scene.source.command("ReportRun"), ReportRun.class).lastReceipt())
        .isEqualTo(1);
    assertThat(Bus.read(scene.source.command("ReportRun"), ReportRun.class).lastReceipt())
        .isEqualTo(2);
  }
}
