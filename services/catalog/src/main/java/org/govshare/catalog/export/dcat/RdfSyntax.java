package org.govshare.catalog.export.dcat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.jsonld.JSONLDMode;
import org.eclipse.rdf4j.rio.jsonld.JSONLDSettings;
import org.eclipse.rdf4j.rio.jsonld.JSONLDWriter;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLWriter;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import org.govshare.catalog.export.ExportFormat;

/** The syntaxes in which a graph is written. */
enum RdfSyntax {
  JSONLD(ExportFormat.JSONLD),
  TURTLE(ExportFormat.TURTLE),
  RDF_XML(ExportFormat.RDF_XML);

  private static final Map<String, String> PREFIXES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("adms", Vocabulary.ADMS),
              Map.entry("dcat", DCAT.NAMESPACE),
              Map.entry("dcatap", Vocabulary.DCATAP),
              Map.entry("dct", DCTERMS.NAMESPACE),
              Map.entry("foaf", FOAF.NAMESPACE),
              Map.entry("hydra", Vocabulary.HYDRA),
              Map.entry("rdfs", RDFS.NAMESPACE),
              Map.entry("skos", SKOS.NAMESPACE),
              Map.entry("vcard", VCARD4.NAMESPACE),
              Map.entry("xsd", XSD.NAMESPACE)));

  private final ExportFormat format;

  RdfSyntax(ExportFormat format) {
    this.format = format;
  }

  String mediaType() {
    return format.mediaType();
  }

  /** The media type without parameters, as it stands in an {@code Accept} header. */
  String bareMediaType() {
    return mediaType().replaceFirst(";.*", "");
  }

  String suffix() {
    return format.suffix();
  }

  static Optional<RdfSyntax> ofSuffix(String suffix) {
    return Arrays.stream(values()).filter(syntax -> syntax.suffix().equals(suffix)).findFirst();
  }

  static RdfSyntax of(ExportFormat format) {
    return Arrays.stream(values())
        .filter(syntax -> syntax.format == format)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(format + " is no syntax of RDF"));
  }

  /** A writer that has begun its document. JSON-LD is held whole until it ends. */
  RDFWriter begin(OutputStream out) throws IOException {
    RDFWriter writer =
        switch (this) {
          case JSONLD -> new JSONLDWriter(out);
          case TURTLE -> new TurtleWriter(out);
          case RDF_XML -> new RDFXMLWriter(out);
        };
    writer.getWriterConfig().set(BasicWriterSettings.PRETTY_PRINT, this != JSONLD);
    if (this == JSONLD) {
      writer.getWriterConfig().set(JSONLDSettings.JSONLD_MODE, JSONLDMode.COMPACT);
    }
    writer.startRDF();
    PREFIXES.forEach(writer::handleNamespace);
    return writer;
  }
}
