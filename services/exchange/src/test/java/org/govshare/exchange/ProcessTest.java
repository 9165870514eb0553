package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.exchange.FakeNode.Chain;
import org.govshare.exchange.process.ProcessDispatcher;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.frame.RunTotals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes: three services, each after the one before. */
@QuarkusTest
class ProcessTest extends ExchangeTest {

  @Inject ProcessDispatcher dispatcher;

  private List<Scene> scenes;
  private List<UUID> services;
  private Map<String, Object> draft;

  @BeforeEach
  void threeServices() {
    scenes = List.of(new Scene(), new Scene(), new Scene());
    services = scenes.stream().map(Scene::service).toList();
    draft =
        Map.of(
            "name",
            "开办企业 " + scenes.getFirst().suffix,
            "services",
            services,
            "edges",
            List.of(edge(0, 1), edge(1, 2)));
  }

  private Map<String, Object> edge(int before, int after) {
    return Map.of("before", services.get(before), "after", services.get(after));
  }

  private UUID process() {
    return UUID.fromString(
        designer()
            .body(draft)
            .post(API + "/processes")
            .then()
            .statusCode(201)
            .header("ETag", "\"0\"")
            .extract()
            .path("id"));
  }

  private static UUID started(UUID process) {
    return UUID.fromString(
        operator()
            .post(API + "/processes/" + process + "/runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id"));
  }

  private static ValidatableResponse shown(UUID run) {
    return get(monitor(), "/process-runs/" + run).statusCode(200);
  }

  private void dispatch() throws Throwable {
    VertxContextSupport.subscribeAndAwait(dispatcher::dispatch);
  }

  private static void awaitStates(UUID run, String... states) {
    await(
        "the steps are " + List.of(states),
        () -> List.of(states).equals(shown(run).extract().path("steps.state")));
  }

  private static void complete(Scene scene, UUID run) {
    StartRun command = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(command.runId()).isEqualTo(run);
    Chain chain = new Chain(scene.source, scene.target, command.channelId());
    chain.forward(chain.end(run));
    scene.source.say(
        scene.source.progress(
            run, command.channelId(), Side.SOURCE, RunState.COMPLETED, chain.totals(), null));
  }

  private static UUID runOf(UUID processRun, int step) {
    return UUID.fromString(shown(processRun).extract().path("steps[" + step + "].runId"));
  }

  @Test
  void eachStepWaitsForTheSuccessOfTheOneBefore() throws Throwable {
    UUID process = process();
    UUID run = started(process);
    awaitStates(run, "READY", "WAITING", "WAITING");
    for (int i = 0; i < 3; i++) {
      dispatch();
      dispatch();
      shown(run).body("steps[" + i + "].state", equalTo("RUNNING"));
      get(monitor(), "/runs?service=" + services.get(i))
          .body("items.cause", contains("PROCESS"))
          .body("items.id", contains(runOf(run, i).toString()));
      complete(scenes.get(i), runOf(run, i));
      int done = i;
      await(
          "step " + i + " is done",
          () -> "COMPLETED".equals(shown(run).extract().path("steps[" + done + "].state")));
    }
    shown(run).body("state", equalTo("COMPLETED"));
    get(monitor(), "/processes/" + process + "/runs").body("items.id", contains(run.toString()));
  }

  @Test
  void whatComesAfterAFailureIsSkipped() throws Throwable {
    UUID run = started(process());
    dispatch();
    UUID first = runOf(run, 0);
    String channel = get(monitor(), "/runs/" + first).extract().path("channelId");
    Scene scene = scenes.getFirst();
    scene.source.say(
        scene.source.progress(
            first,
            UUID.fromString(channel),
            Side.SOURCE,
            RunState.FAILED,
            RunTotals.NONE,
            "table-missing"));
    awaitStates(run, "FAILED", "SKIPPED", "SKIPPED");
    shown(run)
        .body("state", equalTo("FAILED"))
        .body("steps.reason", contains("table-missing", "step-before", "step-before"));
  }

  @Test
  void aStepThatCannotBeStartedFails() throws Throwable {
    UUID run = started(process());
    operator().post(API + "/services/" + services.get(0) + "/suspension").then().statusCode(200);
    dispatch();
    shown(run)
        .body("state", equalTo("FAILED"))
        .body("steps.state", contains("FAILED", "SKIPPED", "SKIPPED"))
        .body("steps[0].reason", equalTo("service-stopped"));
  }

  @Test
  void stoppingEndsWhatRunsAndBeginsNothingMore() throws Throwable {
    UUID process = process();
    UUID run = started(process);
    dispatch();
    UUID first = runOf(run, 0);
    operator()
        .post(API + "/processes/" + process + "/runs")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:govshare:problem:process-under-way"));
    operator().post(API + "/process-runs/" + run + "/stopping").then().statusCode(202);
    shown(run)
        .body("state", equalTo("STOPPED"))
        .body("steps.state", contains("STOPPED", "SKIPPED", "SKIPPED"));
    get(monitor(), "/runs/" + first).body("state", equalTo("STOPPED"));
    operator().post(API + "/process-runs/" + run + "/stopping").then().statusCode(409);
    dispatch();
    shown(run).body("steps.state", contains("STOPPED", "SKIPPED", "SKIPPED"));
    started(process);
  }

  @Test
  void circlesAndUnknownServicesAreRefused() {
    refused(List.of(edge(0, 1), edge(1, 0)), services, "edges");
    refused(List.of(edge(0, 0)), services, "edges");
    refused(List.of(), List.of(UUID.randomUUID()), "services");
    refused(List.of(), List.of(), "services");
    refused(List.of(edge(0, 1)), List.of(services.get(0)), "edges[0]");
    refused(List.of(), List.of(services.get(0), services.get(0)), "services[1]");
    process();
    designer()
        .body(draft)
        .post(API + "/processes")
        .then()
        .statusCode(400)
        .body("errors.field", contains("name"));
  }

  private static void refused(List<?> edges, List<UUID> services, String field) {
    designer()
        .body(Map.of("name", "流程", "services", services, "edges", edges))
        .post(API + "/processes")
        .then()
        .statusCode(400)
        .body("errors.field", contains(field));
  }

  @Test
  void aChangeNamesTheVersionSeen() {
    UUID process = process();
    Map<String, Object> changed =
        Map.of("name", draft.get("name"), "services", services, "edges", List.of());
    for (int expected : List.of(200, 412)) {
      designer()
          .header("If-Match", "\"0\"")
          .body(changed)
          .put(API + "/processes/" + process)
          .then()
          .statusCode(expected);
    }
    get(monitor(), "/processes/" + process)
        .header("ETag", "\"1\"")
        .body("edges", hasSize(0))
        .body("services", containsInAnyOrder(services.stream().map(UUID::toString).toArray()));
  }

  @Test
  void designersDesignOperatorsRunAndDepartmentsSeeNothing() {
    UUID process = process();
    UUID run = started(process);
    for (var user : List.of(operator(), monitor())) {
      user.body(draft).post(API + "/processes").then().statusCode(403);
    }
    for (var user : List.of(designer(), monitor())) {
      user.post(API + "/processes/" + process + "/runs").then().statusCode(403);
      user.post(API + "/process-runs/" + run + "/stopping").then().statusCode(403);
    }
    for (String path :
        List.of(
            "/processes",
            "/processes/" + process,
            "/processes/" + process + "/runs",
            "/process-runs/" + run)) {
      get(as("u", scenes.getFirst().provider, "requester"), path).statusCode(403);
      get(as("s", "xxzx", "sysadmin"), path).statusCode(403);
      get(monitor(), path).statusCode(200);
    }
    get(monitor(), "/processes/" + UUID.randomUUID()).statusCode(404);
    get(monitor(), "/process-runs/" + UUID.randomUUID()).statusCode(404);
  }
}
