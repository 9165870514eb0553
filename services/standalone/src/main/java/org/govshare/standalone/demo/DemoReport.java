package org.govshare.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govshare.standalone.api.Answer;
import org.govshare.standalone.api.PlatformClient;
import org.govshare.standalone.provision.DemoResource;
import org.govshare.standalone.provision.Provisioning;

/** What both ends, the receipts and monitoring say of a run, side by side; all must agree. */
final class DemoReport {

  private static final Duration STATISTICS = Duration.ofSeconds(60);

  private final PlatformClient client;
  private final PrintStream out;

  DemoReport(PlatformClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  void print(JsonNode service, JsonNode run, JsonNode reconciliation) {
    JsonNode source = run.path("source");
    JsonNode target = run.path("target");
    JsonNode receipts = run.path("receipts");
    long rows = DemoResource.enterprises().rows();
    JsonNode statistics = statistics(service, rows);
    out.println();
    out.printf("  %-22s %-34s %-34s%n", "", "source gs 省工商局", "target sw 省税务局");
    row("state", source.path("state").asText(), target.path("state").asText());
    row("rows", number(source, "rows"), number(target, "rows"));
    row("messages", number(source, "messages"), number(target, "messages"));
    row("bytes", number(source, "bytes"), number(target, "bytes"));
    row("bytes on the wire", number(source, "wireBytes"), number(target, "wireBytes"));
    JsonNode sourceSum = reconciliation.path("source");
    JsonNode targetSum = reconciliation.path("target");
    row("rows read back", number(sourceSum, "rows"), number(targetSum, "rows"));
    row("digest", digest(sourceSum), digest(targetSum));
    row("rows in monitoring", number(statistics, "sentRows"), number(statistics, "receivedRows"));
    out.printf(
        "  %-22s %s signed by both ends, chain %s, head %s%n",
        "receipts",
        receipts.path("count").asText(),
        receipts.path("verified").asBoolean() ? "verified" : "BROKEN",
        shortened(receipts.path("headDigest").asText()));
    out.flush();

    check("rows", source.path("rows"), target.path("rows"));
    check("bytes", source.path("bytes"), target.path("bytes"));
    check("messages", source.path("messages"), target.path("messages"));
    check("rows read back", sourceSum.path("rows"), targetSum.path("rows"));
    check("digests", sourceSum.path("digest"), targetSum.path("digest"));
    Demo.require(
        "EQUAL".equals(reconciliation.path("state").asText()),
        "the reconciliation did not end as EQUAL",
        reconciliation);
    Demo.require(source.path("rows").asLong() == rows, "not every row was sent", source);
    Demo.require(sourceSum.path("rows").asLong() == rows, "not every row was summed", sourceSum);
    Demo.require(!sourceSum.path("digest").asText().isBlank(), "no digest", sourceSum);
    Demo.require(receipts.path("verified").asBoolean(), "the receipts do not verify", receipts);
    Demo.require(receipts.path("count").asLong() > 0, "there are no receipts", receipts);
    checkMonitoring();
    out.println("  both ends agree");
  }

  /** The domain and both nodes are known to monitoring and in order. */
  private void checkMonitoring() {
    PlatformClient.Session monitor = client.monitoring("monitor");
    JsonNode domain = named(monitor.get("/domains?size=100"), "code", Provisioning.DOMAIN);
    Demo.require(
        "NORMAL".equals(domain.path("health").asText()), "the domain is not in order", domain);
    for (String code : List.of("gs", "sw")) {
      JsonNode node = named(monitor.get("/nodes?size=100"), "code", code);
      Demo.require(
          "NORMAL".equals(node.path("health").asText()), "node " + code + " is not in order", node);
    }
  }

  private static JsonNode named(Answer answer, String field, String value) {
    for (JsonNode item : answer.expect(200).body().path("items")) {
      if (value.equals(item.path(field).asText())) {
        return item;
      }
    }
    throw new DemoFailure("Monitoring does not know " + value);
  }

  /** Waits until monitoring has heard from both ends of everything. */
  private JsonNode statistics(JsonNode service, long rows) {
    String code = service.path("code").asText();
    return Patience.await(
        "monitoring to count " + rows + " rows at both ends",
        STATISTICS,
        () -> {
          for (int page = 0; ; page++) {
            JsonNode services =
                client
                    .monitoring("monitor")
                    .get("/services?domain=" + Provisioning.DOMAIN + "&size=100&page=" + page)
                    .expect(200)
                    .body();
            for (JsonNode one : services.path("items")) {
              if (code.equals(one.path("code").asText())
                  && one.path("sentRows").asLong() == rows
                  && one.path("receivedRows").asLong() == rows) {
                return Optional.of(one);
              }
            }
            if ((page + 1) * 100 >= services.path("total").asInt()) {
              return Optional.empty();
            }
          }
        });
  }

  private void row(String what, String source, String target) {
    out.printf("  %-22s %-34s %-34s%n", what, source, target);
  }

  private static void check(String what, JsonNode source, JsonNode target) {
    Demo.require(
        !source.isMissingNode() && source.equals(target),
        "the " + what + " differ between the ends",
        source + " at the source, " + target + " at the target");
  }

  private static String number(JsonNode side, String field) {
    return String.format(Locale.ROOT, "%,d", side.path(field).asLong());
  }

  private static String digest(JsonNode sum) {
    return shortened(sum.path("digest").asText());
  }

  private static String shortened(String digest) {
    return digest.length() > 32 ? digest.substring(0, 32) + "…" : digest;
  }
}
