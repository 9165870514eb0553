package org.govshare.exchange;

import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.govshare.exchange.FakeNode.Chain;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.frame.RunTotals;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests of a run share: one that has just been started, with nodes that sign but move no rows.
 */
abstract class StartedRunTest extends ExchangeTest {

  final Bus bus = Bus.get();
  Scene scene;
  UUID service;
  UUID run;
  StartRun atSource;
  Chain chain;

  @BeforeEach
  void started() {
    scene = new Scene();
    service = scene.service();
    run = scene.start(service);
    atSource = Bus.read(scene.source.command("StartRun"), StartRun.class);
    chain = new Chain(scene.source, scene.target, atSource.channelId());
  }

  JsonPath shown() {
    return get(monitor(), "/runs/" + run).statusCode(200).extract().jsonPath();
  }

  void awaitState(String state) {
    await("the run is " + state, () -> shown().getString("state").equals(state));
  }

  void awaitReceipts(int count) {
    await(count + " receipts are here", () -> shown().getInt("receipts.count") == count);
  }

  void say(FakeNode node, Side side, RunState state, RunTotals totals, String reason) {
    node.say(node.progress(run, atSource.channelId(), side, state, totals, reason));
  }

  void sourceCompleted() {
    say(scene.source, Side.SOURCE, RunState.COMPLETED, chain.totals(), null);
  }

  int count() {
    return shown().getInt("receipts.count");
  }

  boolean putAside(String text) {
    while (!bus.next("DLQ").equals(text)) {
      continue;
    }
    return true;
  }
}
