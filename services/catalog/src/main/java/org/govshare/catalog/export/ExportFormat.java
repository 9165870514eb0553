package org.govshare.catalog.export;

import java.util.Arrays;
import java.util.Optional;

/** The formats of an export, by the suffix that names them. */
public enum ExportFormat {
  /** The national template, one row for each item. */
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** The same columns as text, RFC 4180. */
  CSV("csv", "text/csv;charset=UTF-8;header=present"),
  /** The core metadata of GB/T 21063 as XML. */
  XML("xml", "application/xml"),
  /** DCAT-AP 3 as JSON-LD. */
  JSONLD("jsonld", "application/ld+json"),
  /** DCAT-AP 3 as Turtle. */
  TURTLE("ttl", "text/turtle;charset=UTF-8"),
  /** DCAT-AP 3 as RDF/XML. */
  RDF_XML("rdf", "application/rdf+xml");

  private final String suffix;
  private final String mediaType;

  ExportFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** How its files end, without the dot. */
  public String suffix() {
    return suffix;
  }

  /** What is sent as {@code Content-Type}. */
  public String mediaType() {
    return mediaType;
  }

  static Optional<ExportFormat> ofSuffix(String suffix) {
    return Arrays.stream(values()).filter(format -> format.suffix.equals(suffix)).findFirst();
  }
}
