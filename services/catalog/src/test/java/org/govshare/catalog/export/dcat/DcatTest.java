package org.govshare.catalog.export.dcat;

import static io.restassured.RestAssured.given;
import static org.govshare.catalog.export.dcat.Graphs.ofClass;
import static org.govshare.catalog.export.dcat.Graphs.property;
import static org.govshare.catalog.export.dcat.Graphs.values;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.govshare.catalog.CatalogTest;

/** What the tests of the public catalogue have in common: open resources, and how they are read. */
abstract class DcatTest extends CatalogTest {
  static final String DCAT = API + "/public/dcat";
  static final String BASE = "http://localhost:8081/api/catalog/v1/public/dcat";

  static Response publish(String body) {
    return published(GS_EDITOR, GS_REVIEWER, body);
  }

  static String open(String name, String frequency, String format, String type) {
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

  static String dataset(Response published) {
    return BASE + "/datasets/" + published.path("seriesId");
  }

  static byte[] read(String path, String accept) {
    return given().accept(accept).get(path).then().statusCode(200).extract().asByteArray();
  }

  static List<Model> pages(int size) {
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

  static Set<String> datasets(Model page) {
    Set<String> found = new HashSet<>();
    ofClass(page, "dcat:Catalog").forEach(one -> found.addAll(values(one, "dcat:dataset")));
    return found;
  }
}
