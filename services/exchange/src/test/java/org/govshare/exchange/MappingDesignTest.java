package org.govshare.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.protocol.control.MappingFunction;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.control.StartRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that are made on the way and rows that are left out, as they are designed. */
@QuarkusTest
class MappingDesignTest extends ExchangeTest {

  private Scene scene;
  private Map<String, Object> draft;

  @BeforeEach
  void anOtherwiseGoodDraft() {
    scene = new Scene();
    draft = scene.draft();
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> mapping() {
    return (List<Map<String, Object>>) draft.get("mapping");
  }

  private static Map<String, Object> step(String function, String... arguments) {
    return Map.of("function", function, "arguments", List.of(arguments));
  }

  private static Map<String, Object> condition(String column, String operator, String... values) {
    Map<String, Object> condition = new HashMap<>();
    condition.put("column", column);
    condition.put("operator", operator);
    condition.put("values", List.of(values));
    return condition;
  }

  private void steps(String column, List<?> steps) {
    mapping().stream()
        .filter(line -> line.get("sourceColumn").equals(column))
        .forEach(line -> line.put("steps", steps));
  }

  private void refused(String field, String message) {
    scene
        .post(draft)
        .then()
        .statusCode(400)
        .body(
            "errors.findAll { it.field == '" + field + "' }.message.join(';')",
            containsString(message));
  }

  @Test
  void stepsAndFilterReachTheSourcesNodeOnly() {
    steps("capital", List.of(step("DEFAULT", "0.00")));
    Map<String, Object> shortName = scene.line("name", "name", "short_name");
    shortName.put("steps", List.of(step("SUBSTRING", "1", "10"), step("CAST")));
    mapping().add(shortName);
    draft.put("filter", List.of(condition("changed_at", "AT_LEAST", "2026-01-01")));
    UUID service =
        UUID.fromString(
            scene
                .post(draft)
                .then()
                .statusCode(201)
                .body("mapping[2].steps[0].function", equalTo("DEFAULT"))
                .body("filter[0].values[0]", equalTo("2026-01-01"))
                .extract()
                .path("id"));

    scene.start(service);

    StartRun source = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(source.columns().get(4).steps())
        .containsExactly(
            new MappingStep(MappingFunction.SUBSTRING, List.of("1", "10")),
            new MappingStep(MappingFunction.CAST, List.of()));
    assertThat(source.filter())
        .containsExactly(
            new RowCondition("changed_at", RowOperator.AT_LEAST, List.of("2026-01-01")));
    StartRun target = Bus.read(scene.target.command("StartRun"), StartRun.class);
    assertThat(target.filter()).isEmpty();
  }

  @Test
  void aFunctionGetsWhatItAsksFor() {
    steps("name", List.of(step("MASK", "1")));
    refused("mapping[1].steps[0].arguments", "\"Mask\" does not take 1 values");
    steps("name", List.of(step("MASK", "1", "-2")));
    refused("mapping[1].steps[0].arguments[1]", "is not what \"Mask\" takes");
    steps("name", List.of(step("TRIM"), Map.of("arguments", List.of())));
    refused("mapping[1].steps[1].function", "is required");
    steps("name", List.of(step("DATE_FORMAT", "YYYY")));
    refused("mapping[1].steps[0].function", "needs a date or time, not character varying(200)");
    steps("name", List.of(step("DATE_FORMAT", "YYYY'; DROP")));
    refused("mapping[1].steps[0].arguments[0]", "is not what \"Date to text\" takes");
    steps("name", java.util.Collections.nCopies(21, step("TRIM")));
    refused("mapping[1].steps", "20");
  }

  @Test
  void whatComesOutMustFitTheTargetsColumn() {
    steps("name", List.of(step("TRIM")));
    refused("mapping[1].targetColumn", "takes character varying(200), but the last step makes");
    steps("name", List.of(step("TRIM"), step("CAST")));
    steps("changed_at", List.of(step("LOOKUP", "a", "b"), step("CAST")));
    refused("mapping[3].targetColumn", "null");
    steps("changed_at", List.of(step("LOOKUP", "a", "b", "c"), step("CAST")));
    scene.post(draft).then().statusCode(201);
  }

  @Test
  void theKeyIsTakenAsItIs() {
    steps("uscc", List.of(step("UPPER"), step("CAST")));

    refused("source.keyColumns", "has a column that is not mapped: uscc");
  }

  @Test
  void stepsAndFilterReadOnlyWhatWasGranted() {
    steps("name", List.of(step("CONCATENATE", "-", "secret"), step("CAST")));
    refused("mapping[1].steps[0].arguments", "was not granted");
    steps("name", List.of(step("CONCATENATE", "-", "nothing"), step("CAST")));
    refused("mapping[1].steps[0].arguments", "is not a column of the table: nothing");
    steps("name", List.of());
    draft.put("filter", List.of(condition("secret", "IS_NULL")));
    refused("filter[0].column", "was not granted");
    draft.put("filter", List.of(condition("nothing", "IS_NULL")));
    refused("filter[0].column", "is not a column of the table: nothing");
    draft.put("filter", List.of(condition("name", "EQUALS")));
    refused("filter[0].values", "\"is\" does not take 0 values");
    draft.put("filter", List.of(condition("name", "KEYED", "x", "y", "z")));
    refused("filter[0].operator", "which no filter takes");
    draft.put("filter", List.of(condition("name", "LIKE", "x")));
    scene.post(draft).then().statusCode(400);
  }

  /** A draft on another grant, which opens some rows only. */
  private UUID granted(RowCondition rows) {
    FakeCatalog.Granted grant =
        FakeCatalog.grant(
            scene.provider,
            scene.requester,
            Instant.now().plusSeconds(3600),
            "enterprise",
            List.of(rows),
            "uscc",
            "name",
            "changed_at");
    await(
        "the grant is known",
        () -> designer().get(API + "/grants/" + grant.id()).statusCode() == 200);
    draft.put("grantId", grant.id());
    mapping().removeIf(line -> "capital".equals(line.get("sourceColumn")));
    mapping().forEach(line -> line.put("itemId", grant.items().get(line.get("sourceColumn"))));
    return grant.id();
  }

  @Test
  void theGrantsRowsHoldEveryRunWhateverTheDesignSays() {
    RowCondition city = new RowCondition("secret", RowOperator.STARTS_WITH, List.of("1301"));
    UUID grant = granted(city);
    draft.put("filter", List.of(condition("changed_at", "AT_LEAST", "2026-01-01")));
    UUID service = UUID.fromString(scene.post(draft).then().statusCode(201).extract().path("id"));

    UUID run = scene.start(service);

    StartRun source = Bus.read(scene.source.command("StartRun"), StartRun.class);
    assertThat(source.filter())
        .containsExactly(
            city, new RowCondition("changed_at", RowOperator.AT_LEAST, List.of("2026-01-01")));
    get(designer(), "/grants/" + grant).body("rowConditions[0].values[0]", equalTo("1301"));
    get(designer(), "/services/" + service).body("filter.size()", equalTo(1));
    operator().post(API + "/runs/" + run + "/stopping").then().statusCode(202);
  }

  @Test
  void rowsThatCannotBeComparedAtTheSourceAreRefused() {
    granted(new RowCondition("city", RowOperator.EQUALS, List.of("1301")));
    refused("grantId", "city");
  }
}
