package org.govshare.catalog.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.govshare.catalog.bulk.template.Words;
import org.govshare.catalog.export.CatalogueEntry.Filing;
import org.govshare.catalog.resource.Census;

/**
 * The core metadata of GB/T 21063.3 as XML. The standard's own element names were not at hand: the
 * names, and the schema {@code META-INF/govshare/catalogue-1.xsd}, are this project's.
 */
final class XmlEntryWriter implements EntryWriter {

  static final String NAMESPACE = "urn:govshare:catalogue:1";

  private final XMLStreamWriter out;

  XmlEntryWriter(OutputStream stream) throws IOException {
    try {
      out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(new Unclosed(stream), StandardCharsets.UTF_8.name());
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      out.writeStartElement("catalogue");
      out.writeDefaultNamespace(NAMESPACE);
    } catch (XMLStreamException failure) {
      throw new IOException(failure);
    }
  }

  @Override
  public void write(CatalogueEntry entry) throws IOException {
    try {
      out.writeCharacters("\n");
      out.writeStartElement("resource");
      out.writeAttribute("id", entry.id().toString());
      out.writeAttribute("series", entry.seriesId().toString());
      out.writeAttribute("version", Integer.toString(entry.version()));
      out.writeAttribute("state", entry.state().name());
      resource(entry);
      for (EntryItem item : entry.items()) {
        item(item);
      }
      out.writeEndElement();
    } catch (XMLStreamException failure) {
      throw new IOException(failure);
    }
  }

  private void resource(CatalogueEntry entry) throws XMLStreamException {
    for (Filing category : entry.categories()) {
      coded("category", category.code(), category.name());
    }
    text("name", entry.name());
    optional("identifier", entry.identifier());
    coded("provider", entry.provider().code(), entry.provider().name());
    text("abstract", entry.summary());
    word("format", entry.format());
    if (entry.formatType().isPresent()) {
      coded("formatType", entry.formatType().get(), entry.formatLabel().orElse(""));
    }
    word("dataStructure", entry.dataStructure());
    for (String keyword : entry.keywords()) {
      text("keyword", keyword);
    }
    word("sharingType", entry.sharingType());
    word("sharingMethod", entry.sharingMethod());
    word("openType", entry.openType());
    optional("openCondition", entry.openCondition());
    word("updateFrequency", entry.updateFrequency());
    optional("publishedAt", entry.publishedAt().map(Instant::toString));
    for (String related : entry.related()) {
      text("relatedResource", related);
    }
    census(entry.rowCount(), entry.census());
  }

  private void census(long rows, Census census) throws XMLStreamException {
    out.writeStartElement("census");
    number("storageGb", census.storageGb());
    number("rows", rows);
    number("sharedStorageGb", census.sharedStorageGb());
    number("sharedRows", census.sharedRows());
    number("openStorageGb", census.openStorageGb());
    number("openRows", census.openRows());
    out.writeEndElement();
  }

  private void item(EntryItem item) throws XMLStreamException {
    out.writeStartElement("item");
    text("name", item.name());
    optional("fieldName", item.fieldName());
    word("dataType", item.dataType());
    optional("length", item.length().map(String::valueOf));
    optional("description", item.description());
    word("sharingType", item.sharingType());
    optional("sharingCondition", item.sharingCondition());
    optional("legalBasis", item.legalBasis());
    word("sharingMethod", item.sharingMethod());
    word("openType", item.openType());
    optional("openCondition", item.openCondition());
    word("updateFrequency", item.updateFrequency());
    out.writeEndElement();
  }

  private void word(String element, Enum<?> value) throws XMLStreamException {
    coded(element, value.name(), Words.of(value));
  }

  private void coded(String element, String code, String label) throws XMLStreamException {
    out.writeStartElement(element);
    out.writeAttribute("code", XmlText.of(code));
    out.writeCharacters(XmlText.of(label));
    out.writeEndElement();
  }

  private void number(String element, Number value) throws XMLStreamException {
    if (value instanceof BigDecimal decimal) {
      text(element, decimal.toPlainString());
    } else if (value != null) {
      text(element, value.toString());
    }
  }

  private void optional(String element, Optional<String> value) throws XMLStreamException {
    if (value.isPresent()) {
      text(element, value.get());
    }
  }

  private void text(String element, String value) throws XMLStreamException {
    out.writeStartElement(element);
    out.writeCharacters(XmlText.of(value));
    out.writeEndElement();
  }

  @Override
  public void close() throws IOException {
    try {
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException failure) {
      throw new IOException(failure);
    }
  }
}
