package org.govshare.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.govshare.exchange.FakeNode.Chain;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.junit.jupiter.api.Test;

/** The packaged program, JVM or native, against a real database, broker and issuer. */
@QuarkusIntegrationTest
class ExchangeIT extends ExchangeTest {

  @Test
  void isReadyAndMeasured() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_"));
  }

  @Test
  void refusesInChineseWhoDoesNotSignIn() {
    given().get(API + "/runs").then().statusCode(401).body("title", equalTo("需要登录"));
  }

  @Test
  void servesTheCommittedInterface() throws IOException {
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();

    assertThat(Path.of("openapi", "openapi.yaml")).content().isEqualTo(served);
  }

  @Test
  void takesARunFromGrantToEndReceipt() {
    Scene scene = new Scene();
    UUID run = scene.start(scene.service());
    StartRun start = Bus.read(scene.source.command("StartRun"), StartRun.class);
    Chain chain = new Chain(scene.source, scene.target, start.channelId());
    chain.forward(chain.data(run, 100));
    chain.forward(chain.end(run));
    scene.source.say(
        scene.source.progress(
            run, start.channelId(), Side.SOURCE, RunState.COMPLETED, chain.totals(), null));

    await("the run is complete", () -> shown(run).getString("state").equals("COMPLETED"));

    assertThat(shown(run).getLong("target.rows")).isEqualTo(100);
    assertThat(shown(run).getBoolean("receipts.verified")).isTrue();
    get(monitor(), "/runs/" + run + "/receipts").body("total", equalTo(2));
    scene.post(scene.draft()).then().statusCode(400).body("errors[0].field", equalTo("code"));
  }

  private static JsonPath shown(UUID run) {
    return get(monitor(), "/runs/" + run).statusCode(200).extract().jsonPath();
  }
}
