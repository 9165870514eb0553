package org.govshare.catalog.export.dcat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.govshare.catalog.export.dcat.Graphs.assertProfile;
import static org.govshare.catalog.export.dcat.Graphs.assertVocabularies;
import static org.govshare.catalog.export.dcat.Graphs.ofClass;
import static org.govshare.catalog.export.dcat.Graphs.property;
import static org.govshare.catalog.export.dcat.Graphs.texts;
import static org.govshare.catalog.export.dcat.Graphs.values;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.govshare.platform.reactive.testing.TestToken;
import org.junit.jupiter.api.Test;

/** What is written keeps to DCAT-AP 3.0, in three syntaxes that say the same. */
@QuarkusTest
class DcatProfileTest extends DcatTest {
  @Inject DataSource database;

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
  void everyConcreteFormatHasAFileTypeOfTheTable() {
    List<Map<String, String>> types = ok(get(GS_EDITOR, "/format-types")).jsonPath().getList("$");
    assertThat(types).hasSizeGreaterThan(30);
    for (Map<String, String> type : types) {
      Response published =
          publish(open("格式" + type.get("code"), "DAILY", type.get("format"), type.get("code")));

      Model model =
          Graphs.turtle(read(DCAT + "/datasets/" + published.path("seriesId"), "text/turtle"));

      assertVocabularies(model);
      assertThat(ofClass(model, "dcat:Distribution"))
          .allSatisfy(one -> assertThat(values(one, "dct:format")).hasSize(1));
    }
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
  void standardsAreNamedThroughTheLibrary() {
    String standard =
        id(
            post(
                PUBLISHER,
                "/library/documents",
                """
                {"kind":"STANDARD","title":"开放目录测试标准","documentNumber":"DB13/T 9999-2026",
                 "issuingBody":"测试机构","effectiveOn":"2020-01-01"}
                """));
    String element =
        id(
            post(
                PUBLISHER,
                "/library/data-elements",
                """
                {"identifier":"DE-OPEN-TEST","name":"开放测试数据元","definition":"测试","dataType":"C",
                 "length":20,"effectiveOn":"2020-01-01","standardId":"%s"}
                """
                    .formatted(standard)));
    Response published =
        publish(
            open("依标准的资源", "YEARLY", "DATABASE", "mysql")
                .replace("\"length\":20", "\"length\":20,\"dataElementId\":\"" + element + "\""));

    Model model =
        Graphs.turtle(read(DCAT + "/datasets/" + published.path("seriesId"), "text/turtle"));

    Resource dataset = model.getResource(dataset(published));
    Resource named = dataset.getPropertyResourceValue(property("dct:conformsTo"));
    assertThat(named.getProperty(property("dct:title")).getString()).isEqualTo("开放目录测试标准");
    assertThat(named.getProperty(property("dct:identifier")).getString())
        .isEqualTo("DB13/T 9999-2026");
    assertProfile(model);
  }

  @Test
  void aCitysDepartmentIsALocalAuthority() throws SQLException {
    TestToken editor = user("ga-editor").department("ga").roles("catalog-editor");
    TestToken reviewer = user("ga-reviewer").department("ga").roles("department-reviewer");
    Response published =
        published(reviewer, created(editor, open("市级资源", "DAILY", "DATABASE", "")), editor);
    String path = DCAT + "/datasets/" + published.path("seriesId");
    region("130100");
    try {
      Model model = Graphs.turtle(read(path, "text/turtle"));

      assertVocabularies(model);
      Resource dataset = model.getResource(dataset(published));
      assertThat(values(dataset, "dct:spatial")).contains(BASE + "#region-130100");
      assertThat(values(dataset.getPropertyResourceValue(property("dct:publisher")), "dct:type"))
          .containsExactly("http://purl.org/adms/publishertype/LocalAuthority");
      Resource city = model.getResource(BASE + "#region-130100");
      assertThat(city.getProperty(property("skos:prefLabel")).getString()).isEqualTo("石家庄市");
      assertThat(values(city, "dct:isPartOf")).containsExactly(BASE + "#region-130000");
    } finally {
      region("130000");
    }
  }

  private void region(String code) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update department set region_code = ? where code = 'ga'")) {
      update.setString(1, code);
      update.executeUpdate();
    }
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
}
