package org.govshare.catalog.bulk.annotation;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.govshare.catalog.bulk.xlsx.XlsxFile;

/**
 * Copies a part of a workbook as a stream, with names, prefixes, attributes and texts as they are,
 * save for what somebody changes on the way. What is added gets the prefix and name space of the
 * element that is being copied, whichever a program has chosen.
 */
final class XmlCopy {

  private final XMLStreamReader in;
  private final XMLStreamWriter out;

  private XmlCopy(XMLStreamReader in, XMLStreamWriter out) {
    this.in = in;
    this.out = out;
  }

  /** Changes what is copied. */
  interface Changes {

    /**
     * An element begins.
     *
     * @return whether its start has been written, or all of it has been skipped
     */
    boolean begins(XmlCopy copy) throws XMLStreamException;

    /** An element is about to end. */
    void ends(XmlCopy copy) throws XMLStreamException;
  }

  /** A writer of XML that leaves the stream open. */
  static XMLStreamWriter writer(OutputStream to) throws XMLStreamException {
    return new OutputFactoryImpl().createXMLStreamWriter(to, "UTF-8");
  }

  /** Copies a part. */
  static void copy(XlsxFile file, String part, OutputStream to, Changes changes)
      throws IOException {
    file.parse(
        part,
        in -> {
          XMLStreamWriter out = writer(to);
          out.writeStartDocument("UTF-8", "1.0");
          new XmlCopy(in, out).all(changes);
          out.writeEndDocument();
          out.close();
        });
  }

  private void all(Changes changes) throws XMLStreamException {
    int depth = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          if (!changes.begins(this)) {
            start(Map.of());
          }
          // What was skipped stands at its end now.
          depth += in.isStartElement() ? 1 : 0;
        }
        case XMLStreamReader.END_ELEMENT -> {
          changes.ends(this);
          out.writeEndElement();
          depth--;
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
          if (depth > 0) {
            out.writeCharacters(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
          }
        }
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
    }
  }

  /** Name of the present element. */
  String name() {
    return in.getLocalName();
  }

  /** What is being read. */
  XMLStreamReader in() {
    return in;
  }

  /**
   * Writes the start of the present element with other values of some attributes.
   *
   * @param changes values by name; empty for an attribute that is left out
   */
  void start(Map<String, String> changes) throws XMLStreamException {
    out.writeStartElement(prefix(), in.getLocalName(), space());
    for (int i = 0; i < in.getNamespaceCount(); i++) {
      namespace(in.getNamespacePrefix(i), in.getNamespaceURI(i));
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String prefix = in.getAttributePrefix(i);
      String name = in.getAttributeLocalName(i);
      if (prefix != null && !prefix.isEmpty()) {
        out.writeAttribute(prefix, in.getAttributeNamespace(i), name, in.getAttributeValue(i));
      } else if (!changes.containsKey(name)) {
        out.writeAttribute(name, in.getAttributeValue(i));
      }
    }
    for (Map.Entry<String, String> change : changes.entrySet()) {
      if (!change.getValue().isEmpty()) {
        out.writeAttribute(change.getKey(), change.getValue());
      }
    }
  }

  private void namespace(String prefix, String uri) throws XMLStreamException {
    if (prefix == null || prefix.isEmpty()) {
      out.writeDefaultNamespace(uri == null ? "" : uri);
    } else {
      out.writeNamespace(prefix, uri);
    }
  }

  private String prefix() {
    return in.getPrefix() == null ? "" : in.getPrefix();
  }

  private String space() {
    return in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
  }

  /** Goes to the end of the present element; nothing of it is written. */
  void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = in.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamReader.END_DOCUMENT) {
        throw new XMLStreamException("Ends within an element");
      }
    }
  }

  /**
   * Begins another element.
   *
   * @param attributes names and values in turn
   */
  void begin(String name, String... attributes) throws XMLStreamException {
    out.writeStartElement(prefix(), name, space());
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  /** Writes another element without content. */
  void empty(String name, Map<String, String> attributes) throws XMLStreamException {
    begin(name);
    attributes(attributes);
    end();
  }

  /** Attributes of what was begun last. */
  void attributes(Map<String, String> attributes) throws XMLStreamException {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      out.writeAttribute(attribute.getKey(), attribute.getValue());
    }
  }

  /** An attribute of a name space, which is declared where it stands. */
  void attribute(String prefix, String space, String name, String value) throws XMLStreamException {
    out.writeNamespace(prefix, space);
    out.writeAttribute(prefix, space, name, value);
  }

  /** Writes text. */
  void text(String text) throws XMLStreamException {
    out.writeCharacters(text);
  }

  /** Ends what was begun last. */
  void end() throws XMLStreamException {
    out.writeEndElement();
  }
}
