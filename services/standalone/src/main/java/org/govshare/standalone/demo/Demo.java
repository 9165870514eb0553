package org.govshare.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.govshare.standalone.api.ApiFailure;
import org.govshare.standalone.api.PlatformClient;
import org.govshare.standalone.platform.Platform;
import org.govshare.standalone.provision.Cataloguing;
import org.govshare.standalone.provision.DemoResource;

/**
 * The main job, each step by the demo user whose work it is. Every run publishes a resource and an
 * exchange service of its own, so it may be repeated.
 */
public final class Demo {

  private static final Duration FACTS = Duration.ofSeconds(60);
  private static final Duration PROGRESS = Duration.ofSeconds(2);

  private final PlatformClient client;
  private final PrintStream out;
  private long lastProgress = System.nanoTime();

  public Demo(Platform platform, PrintStream out) {
    this.client = new PlatformClient(platform.settings());
    this.out = out;
  }

  /**
   * Does the main job and prints what both ends say.
   *
   * @return the run, as the exchange shows it at the end
   * @throws DemoFailure if any step is refused or the ends differ in anything
   */
  public JsonNode run() {
    try {
      return steps();
    } catch (ApiFailure e) {
      throw new DemoFailure(e.getMessage());
    }
  }

  private JsonNode steps() {
    String serial =
        LocalDateTime.now(ZoneId.of("Asia/Shanghai"))
            .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    out.println();

    DemoResource wanted = DemoResource.enterprises().named("企业登记信息共享 " + serial);
    JsonNode resource = new Cataloguing(client).publish(wanted);
    String identifier = resource.path("identifier").asText();
    require(identifier.matches("\\d{16}/\\d{5}"), "the identifier has the wrong form", identifier);
    step("published", "gs-editor, gs-reviewer, publisher", wanted.name() + "  " + identifier);

    AccessRequests requests = new AccessRequests(client);
    requests.find("登记", resource.path("id").asText());
    step("found", "sw-requester", "by the word 登记");
    JsonNode request = requests.submit(resource);
    step("requested", "sw-requester", request.path("items").size() + " of its items");
    requests.passAndGrant(request.path("id").asText());
    step("granted", "sharing, gs-reviewer", "to 省税务局");

    ExchangeJob job = new ExchangeJob(client);
    JsonNode grant =
        Patience.await(
            "the grant to reach the exchange",
            FACTS,
            () -> job.grantOf(request.path("id").asText()));
    JsonNode service = job.createService(grant, serial);
    step("service created", "designer", service.path("code").asText());
    JsonNode run = job.run(service, this::progress);
    step("exchanged", "operator", "run " + run.path("id").asText());
    JsonNode reconciliation = job.reconcile(run);
    step("compared", "operator", "both tables read back");

    new DemoReport(client, out).print(service, run, reconciliation);
    return run;
  }

  private void step(String what, String who, String detail) {
    out.printf("  %-16s %-36s %s%n", what, who, detail);
    out.flush();
  }

  /** Tells how far the run is, at most once in two seconds. */
  private void progress(String line) {
    long now = System.nanoTime();
    if (now - lastProgress > PROGRESS.toNanos()) {
      lastProgress = now;
      out.println("    " + line);
      out.flush();
    }
  }

  static void require(boolean holds, String what, Object found) {
    if (!holds) {
      throw new DemoFailure(what + ": " + found);
    }
  }
}
