package org.govshare.catalog.export.dcat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.govshare.catalog.export.CatalogueEntry;
import org.govshare.catalog.export.EntryWriter;

/**
 * JSON-LD of any length. The library holds a document whole, so it is given a few entries at a
 * time, and the nodes it wrote are set one after the other into the graph of a single document.
 * That is the same graph: no node is without an identifier, and every part has the same context.
 */
final class JsonLdEntryWriter implements EntryWriter {

  private static final int BATCH = 50;
  private static final String GRAPH = "@graph";
  private static final String CONTEXT = "@context";

  private final CatalogueGraph graph;
  private final Instant time;
  private final JsonGenerator json;
  private final Set<IRI> described = new HashSet<>();
  private final List<CatalogueEntry> waiting = new ArrayList<>(BATCH);
  private boolean begun;

  JsonLdEntryWriter(CatalogueGraph graph, Instant time, OutputStream out) throws IOException {
    this.graph = graph;
    this.time = time;
    this.json =
        new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).createGenerator(out);
    json.writeStartObject();
  }

  @Override
  public void write(CatalogueEntry entry) throws IOException {
    waiting.add(entry);
    if (waiting.size() == BATCH) {
      pass();
    }
  }

  private void pass() throws IOException {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    RDFWriter writer = RdfSyntax.JSONLD.begin(part);
    if (!begun) {
      graph.describeExport(time, writer);
      graph.describeTerms(writer, described);
    }
    graph.listExport(waiting, writer);
    waiting.forEach(entry -> graph.describe(entry, writer, described));
    writer.endRDF();
    waiting.clear();
    copy(part.toByteArray());
  }

  private void copy(byte[] part) throws IOException {
    if (!begun) {
      copyContext(part);
      json.writeArrayFieldStart(GRAPH);
      begun = true;
    }
    try (JsonParser parser = at(part, GRAPH)) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        json.copyCurrentStructure(parser);
      }
    }
  }

  private void copyContext(byte[] part) throws IOException {
    try (JsonParser parser = at(part, CONTEXT)) {
      json.writeFieldName(CONTEXT);
      json.copyCurrentStructure(parser);
    }
  }

  /** A parser at the beginning of a field's value. */
  private static JsonParser at(byte[] part, String field) throws IOException {
    JsonParser parser = new JsonFactory().createParser(part);
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = field.equals(parser.currentName());
      parser.nextToken();
      if (found) {
        return parser;
      }
      parser.skipChildren();
    }
    throw new IOException("the JSON-LD written has no " + field);
  }

  @Override
  public void close() throws IOException {
    if (!waiting.isEmpty() || !begun) {
      pass();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }
}
