package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.People;
import org.govshare.node.guard.Gate;
import org.govshare.node.guard.Subject;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestColumn;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.MappingFunction;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalTest extends DatabaseTest {
  private static final UUID GRANT = UUID.randomUUID();
  private static final RowCondition ACTIVE =
      new RowCondition("active", RowOperator.EQUALS, List.of("true"));
  private static final RowCondition SMALL =
      new RowCondition("id", RowOperator.AT_MOST, List.of("100"));

  private UUID run = UUID.randomUUID();
  private final UUID channel = UUID.randomUUID();

  @BeforeEach
  void approvalIsRequired() throws Exception {
    exchange.dataSource(
        "gs", databases.requiringApproval("gs", "postgres", List.of("public.person")));
    People.insertMany(databases, 300);
    databases.execute("sw", "ALTER TABLE public.person ALTER COLUMN changed_at DROP NOT NULL");
    exchange.startNodes();
  }

  private Gate gate() {
    return exchange.node("gs").gate();
  }

  private StartRun command(Side side, List<MappedColumn> columns, List<RowCondition> filter) {
    return exchange
        .command(
            side,
            run,
            channel,
            TransferMode.FULL,
            columns,
            side == Side.SOURCE ? filter : List.of())
        .granted(GRANT);
  }

  private void start(List<MappedColumn> columns, List<RowCondition> filter) throws Exception {
    exchange.centre().command("sw", command(Side.TARGET, columns, filter));
    exchange.centre().command("gs", command(Side.SOURCE, columns, filter));
  }

  private void approve(StartRun command, Instant notAfter) throws Exception {
    gate().approve(Subject.of(command), "tester", notAfter);
  }

  private void approve(List<MappedColumn> columns, List<RowCondition> filter) throws Exception {
    approve(command(Side.SOURCE, columns, filter), Instant.now().plus(Duration.ofDays(1)));
  }

  private JsonNode withheld(String reason) throws Exception {
    return exchange
        .centre()
        .await(
            "withheld for " + reason,
            event ->
                event.path("type").asText().equals("RunWithheld")
                    && event.path("runId").asText().equals(run.toString())
                    && event.path("reason").asText().equals(reason));
  }

  private void nothingHasArrived() throws Exception {
    assertEquals("0", databases.value("sw", "SELECT count(*) FROM public.person"));
  }

  private void completes() throws Exception {
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
  }

  private Path document() {
    return exchange
        .state("gs")
        .resolve("gs/decisions/approvals")
        .resolve(Subject.of(command(Side.SOURCE, People.COLUMNS, List.of())).id() + ".json");
  }

  private void alter(UnaryOperator<String> change) throws Exception {
    String before = Files.readString(document());
    String after = change.apply(before);
    assertFalse(before.equals(after));
    Files.writeString(document(), after);
  }

  @Test
  void aRunWaitsUntilItIsApproved() throws Exception {
    start(People.COLUMNS, List.of());

    withheld("approval-missing");
    nothingHasArrived();
    Subject subject = Subject.of(gate().waiting().getFirst().command());
    assertEquals(GRANT, subject.grantId());
    assertEquals("sw", subject.targetNode());
    assertEquals(14, subject.columns().size());
    assertEquals(exchange.keys("sw").keyId().toString(), subject.targetSigningKey());
    gate().approve(subject, "tester", Instant.now().plus(Duration.ofDays(1)));

    completes();
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
    // It holds for later runs, and over a restart.
    exchange.stopNode("gs");
    exchange.startNode("gs");
    run = UUID.randomUUID();
    start(People.COLUMNS, List.of());
    completes();
  }

  @Test
  void aRunThatWasRefusedDoesNotLeave() throws Exception {
    start(People.COLUMNS, List.of());
    withheld("approval-missing");
    gate().refuse(Subject.of(gate().waiting().getFirst().command()).id(), "tester");

    withheld("approval-refused");
    nothingHasArrived();
    assertTrue(gate().withdraw(Subject.of(gate().waiting().getFirst().command()).id()));
    approve(People.COLUMNS, List.of());
    completes();
  }

  @Test
  void aDocumentThatWasChangedIsRefused() throws Exception {
    approve(People.COLUMNS, List.of());
    alter(text -> text.replaceFirst("\"approvedBy\":\"tester\"", "\"approvedBy\":\"another\""));
    start(People.COLUMNS, List.of());

    withheld("approval-altered");
    nothingHasArrived();
    approve(People.COLUMNS, List.of());
    completes();
  }

  @Test
  void aDocumentOfAnotherNodeIsRefused() throws Exception {
    approve(People.COLUMNS, List.of());
    Path signature =
        document().resolveSibling(document().getFileName().toString().replace(".json", ".sig"));
    Files.writeString(
        signature,
        java.util.Base64.getEncoder()
            .encodeToString(exchange.keys("sw").sign(Files.readAllBytes(document()))));
    start(People.COLUMNS, List.of());

    withheld("approval-altered");
    nothingHasArrived();
  }

  @Test
  void aRunThatAsksForMoreColumnsWaits() throws Exception {
    approve(People.COLUMNS.subList(0, 3), List.of());
    start(People.COLUMNS.subList(0, 4), List.of());

    withheld("beyond-approval");
    nothingHasArrived();
    run = UUID.randomUUID();
    start(List.of(People.COLUMNS.get(0), People.COLUMNS.get(2)), List.of());
    completes();
    assertEquals("300", databases.value("sw", "SELECT count(code) FROM public.person"));
  }

  @Test
  void aColumnThatWasApprovedMaskedDoesNotLeaveAsItIs() throws Exception {
    List<MappedColumn> masked =
        List.of(
            People.COLUMNS.get(0),
            new MappedColumn(
                "name",
                "name",
                "character varying(200)",
                List.of(new MappingStep(MappingFunction.MASK, List.of("1", "0")))));
    approve(masked, List.of());
    start(People.COLUMNS.subList(0, 2), List.of());

    withheld("beyond-approval");
    nothingHasArrived();
    run = UUID.randomUUID();
    start(masked, List.of());
    completes();
    assertEquals(
        "300", databases.value("sw", "SELECT count(*) FROM public.person WHERE name LIKE '企**%'"));
  }

  @Test
  void aRunMayTakeFewerRowsButNotMore() throws Exception {
    approve(People.COLUMNS, List.of(ACTIVE));
    start(People.COLUMNS, List.of(SMALL));
    withheld("beyond-approval");
    nothingHasArrived();

    run = UUID.randomUUID();
    start(People.COLUMNS, List.of(ACTIVE, SMALL));
    completes();
    assertEquals("50", databases.value("sw", "SELECT count(*) FROM public.person"));
  }

  @Test
  void anotherGrantOrOtherKeysOfTheReceiverAreNotWhatWasApproved() throws Exception {
    approve(
        command(Side.SOURCE, People.COLUMNS, List.of()).granted(UUID.randomUUID()),
        Instant.now().plus(Duration.ofDays(1)));
    start(People.COLUMNS, List.of());
    withheld("approval-missing");

    approve(People.COLUMNS, List.of());
    completes();
    exchange.stopNode("sw");
    exchange.forgetKeys("sw");
    run = UUID.randomUUID();
    exchange.centre().command("gs", command(Side.SOURCE, People.COLUMNS, List.of()));
    withheld("beyond-approval");
  }

  @Test
  void anApprovalEndsInMidRun() throws Exception {
    databases.execute("gs", "DELETE FROM public.person");
    People.insertMany(databases, 4_000);
    exchange.limits(new RunLimits(20_000L, null));
    approve(
        command(Side.SOURCE, People.COLUMNS, List.of()), Instant.now().plus(Duration.ofSeconds(2)));
    start(People.COLUMNS, List.of());

    withheld("approval-expired");
    assertFalse(databases.value("sw", "SELECT count(*) FROM public.person").equals("4000"));
    exchange.limits(RunLimits.NONE);
    approve(People.COLUMNS, List.of());
    completes();
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  @Test
  void whatWasApprovedEndsWhenItIsWithdrawn() throws Exception {
    approve(People.COLUMNS, List.of());
    assertTrue(gate().withdraw(Subject.of(command(Side.SOURCE, People.COLUMNS, List.of())).id()));
    start(People.COLUMNS, List.of());

    withheld("approval-missing");
    nothingHasArrived();
  }

  @Test
  void sumsAreMadeOfWhatIsApprovedAlone() throws Exception {
    approve(People.COLUMNS.subList(0, 2), List.of());

    assertEquals("DigestComputed", sum("name"));
    assertEquals("DigestFailed", sum("remark"));
  }

  private String sum(String column) throws Exception {
    UUID question = UUID.randomUUID();
    exchange
        .centre()
        .command(
            "gs",
            new ComputeDigest(
                question,
                run,
                Side.SOURCE,
                "gs",
                "public",
                "person",
                List.of(new DigestColumn(column, "text", List.of())),
                List.of(),
                "c2FsdA=="));
    return exchange
        .centre()
        .await(
            "a sum", event -> event.path("reconciliationId").asText().equals(question.toString()))
        .path("type")
        .asText();
  }
}
