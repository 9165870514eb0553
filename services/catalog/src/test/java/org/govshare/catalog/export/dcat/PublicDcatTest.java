package org.govshare.catalog.export.dcat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.catalog.export.dcat.Graphs.assertProfile;
import static org.govshare.catalog.export.dcat.Graphs.assertVocabularies;
import static org.govshare.catalog.export.dcat.Graphs.ofClass;
import static org.govshare.catalog.export.dcat.Graphs.property;
import static org.govshare.catalog.export.dcat.Graphs.texts;
import static org.govshare.catalog.export.dcat.Graphs.values;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.govshare.catalog.Bodies;
import org.govshare.catalog.CatalogTest;
import org.junit.jupiter.api.Test;

/** What the world reads of the catalogue: all that is open, and nothing else. */
@QuarkusTest
class PublicDcatTest extends CatalogTest {

  private static final String DCAT = API + "/public/dcat";
  private static final String BASE = "http://localhost:8081/api/catalog/v1/public/dcat";

  private static Response publish(String body) {
    return published(GS_EDITOR, GS_REVIEWER, body);
  }

  private static String open(String name, String frequency, String format, String type) {
    return """
    {"name":"%s","abstract":"主动开放的登记信息 <&> \\"引号\\"","categoryCode":"010201","format":"%s",
     %s"dataStructure":"STRUCTURED","openType":"OPEN","updateFrequency":"%s",
     "sharingMethod":"API","rowCount":10,"keywords":["登记","企业"],
     "contact":{"name":"信息处","phone":"0311-8888 0000","email":"open@example.gov.cn"},
     "items":[{"name":"%s的开放项","dataType":"C","length":20,"sharingType":"UNCONDITIONAL"}]}
    """
        .formatted(
            name,
            format,
            type.isEmpty() ? "" : "\"formatType\":\"" + type + "\",",
            frequency,
            name);
  }

  private static String dataset(Response published) {
    return BASE + "/datasets/" + published.path("seriesId");
  }

  private static byte[] read(String path, String accept) {
    return given().accept(accept).get(path).then().statusCode(200).extract().asByteArray();
  }

  private static List<Model> pages(int size) {
    List<Model> pages = new ArrayList<>();
    String address = DCAT + "?size=" + size;
    while (address != null) {
      Model page = Graphs.turtle(read(address, "text/turtle"));
      pages.add(page);
      List<String> next =
          page.listObjectsOfProperty(property("hydra:next")).toList().stream()
              .map(node -> node.asResource().getURI())
              .toList();
      address = next.isEmpty() ? null : next.get(0).replace(BASE, DCAT);
    }
    return pages;
  }

  private static Set<String> datasets(Model page) {
    Set<String> found = new HashSet<>();
    ofClass(page, "dcat:Catalog").forEach(one -> found.addAll(values(one, "dcat:dataset")));
    return found;
  }

  @Test
  void allSyntaxesSayTheSameAndKeepToTheProfile() {
    for (String frequency :
        List.of(
            "REALTIME",
            "DAILY",
            "WEEKLY",
            "TEN_DAYS",
            "MONTHLY",
            "QUARTERLY",
            "YEARLY",
            "IRREGULAR")) {
      publish(open("语法" + frequency, frequency, "DATABASE", "mysql"));
    }
    publish(open("接口", "REALTIME", "SERVICE_INTERFACE", "rest"));
    publish(open("表格", "YEARLY", "SPREADSHEET", "xlsx"));
    publish(open("图像", "YEARLY", "IMAGE", "png"));
    publish(open("文件", "YEARLY", "ELECTRONIC_FILE", "ofd"));
    for (Model page : pages(100)) {
      assertProfile(page);
      assertVocabularies(page);
    }

    Model turtle = Graphs.turtle(read(DCAT + "?size=100", "text/turtle"));
    Model jsonld = Graphs.jsonld(read(DCAT + "?size=100", "application/ld+json"));
    Model rdfXml = Graphs.rdfXml(read(DCAT + "?size=100", "application/rdf+xml"));

    assertThat(turtle.size()).isGreaterThan(300);
    assertThat(jsonld.isIsomorphicWith(turtle)).isTrue();
    assertThat(rdfXml.isIsomorphicWith(turtle)).isTrue();
    assertThat(Graphs.turtle(read(DCAT + ".ttl?size=100", "*/*")).isIsomorphicWith(turtle))
        .isTrue();
    assertThat(Graphs.rdfXml(read(DCAT + ".rdf?size=100", "*/*")).isIsomorphicWith(turtle))
        .isTrue();
    assertThat(Graphs.jsonld(read(DCAT + ".jsonld?size=100", "*/*")).isIsomorphicWith(turtle))
        .isTrue();
    assertThat(Graphs.jsonld(read(DCAT + "?size=100", "*/*")).isIsomorphicWith(turtle)).isTrue();
  }

  @Test
  void aDatasetSaysWhatItsEntrySays() {
    Response published = publish(open("企业年报公示", "TEN_DAYS", "SPREADSHEET", "xlsx"));
    String path = DCAT + "/datasets/" + published.path("seriesId");

    Model model = Graphs.turtle(read(path, "text/turtle"));

    assertProfile(model);
    assertVocabularies(model);
    Resource dataset = model.getResource(dataset(published));
    assertThat(dataset.getProperty(property("dct:title")).getString()).isEqualTo("企业年报公示");
    assertThat(dataset.getProperty(property("dct:title")).getLanguage()).isEqualTo("zh");
    assertThat(dataset.getProperty(property("dct:description")).getString())
        .isEqualTo("主动开放的登记信息 <&> \"引号\"");
    assertThat(dataset.getProperty(property("dct:identifier")).getString())
        .isEqualTo(published.path("identifier"));
    assertThat(texts(model, "dcat:keyword")).containsExactlyInAnyOrder("登记", "企业");
    assertThat(values(dataset, "dct:accrualPeriodicity"))
        .containsExactly("http://publications.europa.eu/resource/authority/frequency/MONTHLY_3");
    assertThat(values(dataset, "dct:accessRights"))
        .containsExactly("http://publications.europa.eu/resource/authority/access-right/PUBLIC");
    assertThat(values(dataset, "dcat:theme"))
        .containsExactlyInAnyOrder(
            "http://publications.europa.eu/resource/authority/data-theme/ECON",
            BASE + "#category-010201");
    Resource distribution = dataset.getPropertyResourceValue(property("dcat:distribution"));
    assertThat(distribution.getProperty(property("dct:description")).getString())
        .isEqualTo("信息项：企业年报公示的开放项。");
    assertThat(values(distribution, "dct:format"))
        .containsExactly("http://publications.europa.eu/resource/authority/file-type/XLSX");
    Resource contact = dataset.getPropertyResourceValue(property("dcat:contactPoint"));
    assertThat(contact.getProperty(property("vcard:fn")).getString()).isEqualTo("省工商局 信息处");
    assertThat(values(contact, "vcard:hasEmail")).containsExactly("mailto:open@example.gov.cn");
    assertThat(values(contact, "vcard:hasTelephone")).containsExactly("tel:031188880000");
    Resource publisher = dataset.getPropertyResourceValue(property("dct:publisher"));
    assertThat(publisher.getProperty(property("foaf:name")).getString()).isEqualTo("省工商局");
    assertThat(Graphs.jsonld(read(path + ".jsonld", "*/*")).isIsomorphicWith(model)).isTrue();
    assertThat(Graphs.rdfXml(read(path + ".rdf", "*/*")).isIsomorphicWith(model)).isTrue();
  }

  @Test
  void anInterfaceIsADataService() {
    Response published = publish(open("信用查询接口", "REALTIME", "SERVICE_INTERFACE", "rest"));

    Model model =
        Graphs.turtle(read(DCAT + "/datasets/" + published.path("seriesId"), "text/turtle"));

    Resource service = ofClass(model, "dcat:DataService").get(0);
    assertProfile(model);
    assertThat(values(service, "dcat:servesDataset")).containsExactly(dataset(published));
    assertThat(values(service, "dcat:endpointURL"))
        .containsExactly("http://localhost:8084/api/data/v1/" + published.path("seriesId"));
  }

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
        .header("ETag", org.hamcrest.Matchers.not(first.header("ETag")));
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
    refused(given().get(DCAT + "?after=x"), 400, "bad-request");
    given().post(DCAT).then().statusCode(405);
  }
}
