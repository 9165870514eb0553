package org.govshare.catalog.export.dcat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.catalog.export.dcat.Graphs.property;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.govshare.catalog.Bodies;
import org.junit.jupiter.api.Test;

/** What the world reads of the catalogue: all that is open, and nothing else. */
@QuarkusTest
class PublicDcatTest extends DcatTest {
  @Test
  void pagesCoverEveryOpenDatasetOnce() {
    Set<String> published = new HashSet<>();
    for (int i = 0; i < 7; i++) {
      published.add(dataset(publish(open("分页" + i, "DAILY", "DATABASE", ""))));
    }

    List<Model> pages = pages(3);

    List<String> all = new ArrayList<>();
    pages.forEach(page -> all.addAll(datasets(page)));
    assertThat(all).doesNotHaveDuplicates().containsAll(published);
    Model first = pages.get(0);
    long total =
        first.listObjectsOfProperty(property("hydra:totalItems")).next().asLiteral().getLong();
    assertThat(all).hasSize((int) total);
    assertThat(pages).hasSize((int) (total + 2) / 3);
    String last = first.listObjectsOfProperty(property("hydra:last")).next().asResource().getURI();
    assertThat(datasets(Graphs.turtle(read(last.replace(BASE, DCAT), "text/turtle"))))
        .isEqualTo(datasets(pages.get(pages.size() - 1)));
  }

  @Test
  void whatIsNotOpenDoesNotExist() {
    Response draft = created(GS_EDITOR, open("未发布的开放", "DAILY", "DATABASE", ""));
    Response onRequest = publish(Bodies.resource("依申请的资源", Bodies.item("依申请的信息项", "a")));
    String mixed =
        """
        {"name":"部分开放的资源","abstract":"有开放的也有不开放的","categoryCode":"010201",
         "format":"DATABASE","dataStructure":"STRUCTURED","openType":"OPEN",
         "updateFrequency":"DAILY","sharingMethod":"DATABASE",
         "items":[{"name":"开放的一项","dataType":"C","length":9,"sharingType":"UNCONDITIONAL"},
          {"name":"绝不开放的一项","dataType":"C","length":9,"sharingType":"UNCONDITIONAL",
           "openType":"CLOSED"}]}
        """;
    Response partlyOpen = publish(mixed);
    String related =
        open("有关联的开放资源", "DAILY", "DATABASE", "")
            .replace(
                "\"rowCount\":10",
                "\"rowCount\":10,\"relatedResources\":[\"" + onRequest.path("identifier") + "\"]");
    Response linking = publish(related);

    for (Response hidden : List.of(draft, onRequest, partlyOpen)) {
      String path = DCAT + "/datasets/" + hidden.path("seriesId");
      refused(given().get(path), 404, "dataset-not-found");
      refused(given().get(path + ".ttl"), 404, "dataset-not-found");
      refused(as(GS_EDITOR).get(path), 404, "dataset-not-found");
    }
    StringBuilder everything = new StringBuilder();
    pages(100).forEach(page -> page.listStatements().forEach(everything::append));
    assertThat(everything)
        .doesNotContain("未发布的开放", "依申请的", "部分开放的资源", "绝不开放的一项", "开放的一项")
        .doesNotContain(onRequest.<String>path("identifier"))
        .contains("有关联的开放资源");
    assertThat(linking.<String>path("state")).isEqualTo("PUBLISHED");
  }

  @Test
  void whatIsWithdrawnLeaves() {
    Response published = publish(open("将被撤销", "DAILY", "DATABASE", ""));
    String path = DCAT + "/datasets/" + published.path("seriesId");
    given().get(path).then().statusCode(200);
    String modified = given().get(DCAT).header("Last-Modified");
    assertThat(modified).isNotBlank();

    ok(
        step(
            GS_REVIEWER,
            published,
            "/resources/" + id(published) + "/withdrawal",
            "{\"reason\":\"不再提供\"}"));

    refused(given().get(path), 404, "dataset-not-found");
  }

  @Test
  void nothingIsSentTwice() {
    Response published = publish(open("缓存", "DAILY", "DATABASE", ""));
    String path = DCAT + "/datasets/" + published.path("seriesId");
    Response first = given().accept("text/turtle").get(path);
    first
        .then()
        .statusCode(200)
        .contentType(equalTo("text/turtle;charset=UTF-8"))
        .header("ETag", notNullValue())
        .header("Last-Modified", notNullValue())
        .header("Vary", containsString("Accept"))
        .header("Cache-Control", containsString("max-age=300"))
        .header("Cache-Control", containsString("public"));

    given()
        .accept("text/turtle")
        .header("If-None-Match", first.header("ETag"))
        .get(path)
        .then()
        .statusCode(304)
        .header("ETag", first.header("ETag"))
        .body(emptyString());
    given()
        .accept("application/ld+json")
        .header("If-None-Match", first.header("ETag"))
        .get(path)
        .then()
        .statusCode(200)
        .header("ETag", not(first.header("ETag")));
    given().accept("text/turtle").head(path).then().statusCode(200).body(emptyString());
    Response page = given().get(DCAT);
    publish(open("缓存后新增", "DAILY", "DATABASE", ""));
    given().header("If-None-Match", page.header("ETag")).get(DCAT).then().statusCode(200);
  }

  @Test
  void linksLeadOn() {
    publish(open("链接一", "DAILY", "DATABASE", ""));
    publish(open("链接二", "DAILY", "DATABASE", ""));
    String links = String.join(",", given().get(DCAT + "?size=1").headers().getValues("Link"));
    assertThat(links).contains("rel=\"first\"").contains("rel=\"next\"").contains("rel=\"last\"");
  }

  @Test
  void badRequestsAreRefused() {
    invalid(given().get(DCAT + "?size=0"), "size");
    invalid(given().get(DCAT + "?size=101"), "size");
    refused(given().get(DCAT + ".docx"), 404, "syntax-unknown");
    refused(given().accept("text/csv").get(DCAT), 406, "syntax-not-offered");
    refused(given().get(DCAT + "/datasets/nothing"), 404, "dataset-not-found");
    refused(given().get(DCAT + "/datasets/1-1-1-1-1"), 404, "dataset-not-found");
    invalid(given().get(DCAT + "?after=x"), "after");
    given().post(DCAT).then().statusCode(405);
  }
}
