package org.govshare.catalog.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** A department has one resource of a name, and a resource one item. */
@QuarkusTest
class ResourceNameTest extends CatalogTest {

  private static String body(String name) {
    return Bodies.resource(name, Bodies.item("名称", "mc"));
  }

  @Test
  void aFormRefusesANameTheDepartmentHas() {
    Response first = created(GS_EDITOR, body("重名（企业）信息 A"));

    for (String same : List.of("重名（企业）信息 A", "重名(企业)信息a", "重名企业信息Ａ", "重名【企业】信息-A")) {
      Response refused = post(GS_EDITOR, "/resources", body(same));
      invalid(refused, "name");
      refused.then().body("errors.message", hasItem("目录中已有同名的信息资源“重名（企业）信息 A”，代码 —"));
    }
    Response other = created(GS_EDITOR, body("不重名信息"));
    invalid(rewrite(GS_EDITOR, other, "/resources/" + id(other), body("重名企业信息a")), "name");
    // Its own name it keeps, and another department may have the same.
    ok(rewrite(GS_EDITOR, first, "/resources/" + id(first), body("重名企业信息A")));
    created(MZ_EDITOR, body("重名企业信息A"));
  }

  @Test
  void theNextVersionHasTheSameNameAndWhatIsWithdrawnFreesIt() {
    Response published = published(GS_EDITOR, GS_REVIEWER, body("重名后续版本"));
    Response next =
        step(GS_EDITOR, published, "/resources/" + id(published) + "/versions", null)
            .then()
            .statusCode(201)
            .extract()
            .response();
    ok(rewrite(GS_EDITOR, next, "/resources/" + id(next), body("重名后续版本")));
    Response gone = published(GS_EDITOR, GS_REVIEWER, body("重名已撤销"));
    ok(step(GS_REVIEWER, gone, "/resources/" + id(gone) + "/withdrawal", "{\"reason\":\"停用\"}"));
    created(GS_EDITOR, body("重名已撤销"));
  }

  @Test
  void ofManyAtTheSameTimeOneIsTaken() throws Exception {
    try (ExecutorService all = Executors.newFixedThreadPool(4)) {
      List<Future<Response>> answers =
          IntStream.range(0, 4)
              .mapToObj(i -> all.submit(() -> post(GS_EDITOR, "/resources", body("重名同时"))))
              .toList();
      int created = 0;
      for (Future<Response> answer : answers) {
        created += answer.get().statusCode() == 201 ? 1 : 0;
      }
      assertThat(created).isEqualTo(1);
    }
  }

  @Test
  void itemsThatDifferOnlyByWidthOrCaseAreTheSame() {
    for (String same : List.of("Mc 名称", "MC 名称", "ＭＣ 名称", "mc　名称")) {
      invalid(
          post(
              GS_EDITOR,
              "/resources",
              Bodies.resource("信息项重名", Bodies.item("mc 名称", "a"), Bodies.item(same, "b"))),
          "items[1].name");
    }
    created(
        GS_EDITOR,
        Bodies.resource("信息项不重名", Bodies.item("mc 名称", "a"), Bodies.item("mc 名称(曾用)", "b")));
  }

  @Test
  void storageHasSixDecimalsAtMost() {
    String census = "\"census\":{\"storageGb\":%s},\"items\"";
    String good = body("普查小数");
    invalid(
        post(GS_EDITOR, "/resources", good.replace("\"items\"", census.formatted("12.0000001"))),
        "census.storageGb");
    created(GS_EDITOR, good.replace("\"items\"", census.formatted("12.000001")));
  }
}
