package org.govshare.catalog.export.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;

/** Reads graphs with Jena and holds them against DCAT-AP 3.0. */
public final class Graphs {

  private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
  private static final Map<String, String> PREFIXES =
      Map.of(
          "dcat", "http://www.w3.org/ns/dcat#",
          "dct", "http://purl.org/dc/terms/",
          "foaf", "http://xmlns.com/foaf/0.1/",
          "adms", "http://www.w3.org/ns/adms#",
          "dcatap", "http://data.europa.eu/r5r/",
          "skos", "http://www.w3.org/2004/02/skos/core#",
          "vcard", "http://www.w3.org/2006/vcard/ns#",
          "hydra", "http://www.w3.org/ns/hydra/core#");

  private Graphs() {}

  public static Model jsonld(byte[] body) {
    return read(body, Lang.JSONLD11);
  }

  public static Model turtle(byte[] body) {
    return read(body, Lang.TURTLE);
  }

  public static Model rdfXml(byte[] body) {
    return read(body, Lang.RDFXML);
  }

  private static Model read(byte[] body, Lang language) {
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, new ByteArrayInputStream(body), language);
    return model;
  }

  public static Property property(String name) {
    return ResourceFactory.createProperty(expanded(name));
  }

  private static String expanded(String name) {
    int colon = name.indexOf(':');
    return PREFIXES.get(name.substring(0, colon)) + name.substring(colon + 1);
  }

  public static List<Resource> ofClass(Model model, String name) {
    return model
        .listSubjectsWithProperty(RDF.type, ResourceFactory.createResource(expanded(name)))
        .toList();
  }

  public static List<String> texts(Model model, String property) {
    return model.listObjectsOfProperty(property(property)).toList().stream()
        .map(node -> node.asLiteral().getString())
        .toList();
  }

  /** Asserts every mandatory and recommended property of every class in the graph. */
  public static void assertProfile(Model model) {
    List<String> missing = new ArrayList<>();
    for (String line : lines("properties.txt")) {
      String[] rule = line.split(" ");
      for (Resource subject : ofClass(model, rule[0])) {
        if (!subject.hasProperty(property(rule[1]))) {
          missing.add(subject + " has no " + rule[1]);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Asserts every value that a controlled vocabulary limits. */
  public static void assertVocabularies(Model model) {
    assertTable(model, "dct:accrualPeriodicity", "frequency");
    assertTable(model, "dct:format", "file-type");
    assertTable(model, "dct:language", "language");
    assertTable(model, "dct:accessRights", "access-right");
    assertTable(model, "dcatap:availability", "planned-availability");
    for (Resource dataset : ofClass(model, "dcat:Dataset")) {
      assertLicence(dataset);
    }
    assertCodes(
        ofClass(model, "dcat:Distribution"),
        "adms:status",
        AUTHORITY + "distribution-status/",
        "distribution-status");
    assertCodes(
        ofClass(model, "dcat:CatalogRecord"),
        "adms:status",
        "http://purl.org/adms/changetype/",
        "change-type");
    assertCodes(
        ofClass(model, "foaf:Agent"),
        "dct:type",
        "http://purl.org/adms/publishertype/",
        "publisher-type");
    assertCodes(
        ofClass(model, "dct:LicenseDocument"),
        "dct:type",
        "http://purl.org/adms/licencetype/",
        "licence-type");
    for (Resource dataset : ofClass(model, "dcat:Dataset")) {
      assertThat(codes(values(dataset, "dcat:theme"), AUTHORITY + "data-theme/"))
          .hasSize(1)
          .isSubsetOf(lines("data-theme.txt"));
      assertThat(codes(values(dataset, "dct:spatial"), AUTHORITY + "country/"))
          .isEqualTo(Set.of("CHN"));
    }
    for (Resource catalogue : ofClass(model, "dcat:Catalog")) {
      assertThat(values(catalogue, "dcat:themeTaxonomy")).contains(AUTHORITY + "data-theme");
    }
    assertThat(model.listObjectsOfProperty(property("dcat:mediaType")).toList())
        .allSatisfy(
            type ->
                assertThat(type.asResource().getURI())
                    .matches(
                        "https://www\\.iana\\.org/assignments/media-types/[a-z]+/[a-z0-9.+-]+"));
  }

  /** Open data have a licence of the table; what is not open has none that says it were. */
  private static void assertLicence(Resource dataset) {
    boolean open = values(dataset, "dct:accessRights").contains(AUTHORITY + "access-right/PUBLIC");
    Resource distribution = dataset.getPropertyResourceValue(property("dcat:distribution"));
    Set<String> licences = values(distribution, "dct:license");
    assertThat(licences).hasSize(1);
    assertThat(codes(licences, AUTHORITY + "licence/"))
        .hasSize(open ? 1 : 0)
        .isSubsetOf(lines("licence.txt"));
  }

  private static void assertTable(Model model, String property, String table) {
    assertCodes(
        model.listSubjectsWithProperty(property(property)).toList(),
        property,
        AUTHORITY + table + "/",
        table);
  }

  private static void assertCodes(
      List<Resource> subjects, String property, String namespace, String table) {
    List<String> allowed = lines(table + ".txt");
    for (Resource subject : subjects) {
      Set<String> values = values(subject, property);
      assertThat(codes(values, namespace))
          .as("%s of %s", property, subject)
          .hasSameSizeAs(values)
          .isSubsetOf(allowed);
    }
  }

  public static Set<String> values(Resource subject, String property) {
    return subject.listProperties(property(property)).toList().stream()
        .map(statement -> statement.getObject())
        .filter(RDFNode::isResource)
        .map(node -> node.asResource().getURI())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> codes(Set<String> values, String namespace) {
    return values.stream()
        .filter(value -> value.startsWith(namespace))
        .map(value -> value.substring(namespace.length()))
        .collect(Collectors.toSet());
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(Graphs.class.getResource("/dcat/" + file).toURI())).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
