package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Increments from databases that do not show how long transactions have been open. */
@QuarkusTest
class OverlapTest extends ExchangeTest {

  private Scene scene;
  private Map<String, Object> draft;

  @BeforeEach
  void increments() {
    scene = new Scene();
    draft = scene.draft();
    draft.put("mode", "INCREMENT");
    source().put("watermarkColumn", "changed_at");
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> source() {
    return (Map<String, Object>) draft.get("source");
  }

  private void refused(String overlap, String words) {
    source().put("overlap", overlap);
    scene
        .post(draft)
        .then()
        .statusCode(400)
        .body("errors.find { it.field == 'source.overlap' }.message", containsString(words));
  }

  @Test
  void anOverlapIsATimeOfIncrements() {
    refused("an hour", "does not have the form PT1H");
    refused("PT0S", "is not between");
    refused("P32D", "is not between");
    source().remove("watermarkColumn");
    draft.put("mode", "FULL");
    refused("PT1H", "for increments only");
  }

  @Test
  void theSourceIsToldOfItTheRunSaysSoAndIsReconciled() {
    source().put("overlap", "PT30M");
    String id =
        scene
            .post(draft)
            .then()
            .statusCode(201)
            .body("source.overlap", equalTo("PT30M"))
            .extract()
            .path("id");
    UUID run = scene.start(UUID.fromString(id));
    StartRun command = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(command.overlap()).isEqualTo(Duration.ofMinutes(30));
    assertThat(Bus.read(scene.target.command("StartRun"), StartRun.class).overlap()).isNull();

    FakeNode.Chain chain = new FakeNode.Chain(scene.source, scene.target, command.channelId());
    chain.forward(chain.end(run));
    scene.source.say(completed(run, command.channelId(), chain));
    await(
        "it is complete",
        () -> "COMPLETED".equals(get(monitor(), "/runs/" + run).extract().<String>path("state")));
    get(monitor(), "/runs/" + run).body("channels[0].rescanned", equalTo(true));
    get(monitor(), "/runs/" + run + "/reconciliations")
        .body("total", equalTo(1))
        .body("items[0].automatic", equalTo(true));
  }

  private static RunProgress completed(UUID run, UUID channel, FakeNode.Chain chain) {
    return new RunProgress(
        RunProgress.TYPE,
        Instant.now(),
        run,
        channel,
        Side.SOURCE,
        RunState.COMPLETED,
        1,
        chain.totals().messages(),
        chain.totals().rows(),
        chain.totals().bytes(),
        chain.totals().wireBytes(),
        null,
        null,
        0,
        null,
        true);
  }
}
