package org.govshare.catalog.export.dcat;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.UUID;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;

/**
 * The identifiers of everything in the graph. They rest on codes and series, never on a version, so
 * that they stay the same as long as the base address does; nothing in the graph is without one.
 */
@Singleton
final class Names {

  private final String base;
  private final String portal;
  private final String interfaces;

  Names(DcatConfig config) {
    this.base = withoutSlash(config.baseUrl());
    this.portal = withoutSlash(config.portalUrl());
    this.interfaces = withoutSlash(config.interfaceUrl());
  }

  private static String withoutSlash(URI address) {
    return address.toString().replaceAll("/+$", "");
  }

  IRI catalogue() {
    return Values.iri(base);
  }

  IRI export() {
    return Values.iri(base + "#export");
  }

  IRI page(String query) {
    return Values.iri(query.isEmpty() ? base : base + "?" + query);
  }

  IRI dataset(UUID series) {
    return Values.iri(base + "/datasets/" + series);
  }

  IRI partOf(UUID series, String part) {
    return Values.iri(base + "/datasets/" + series + "#" + part);
  }

  IRI department(String code) {
    return Values.iri(base + "#department-" + code);
  }

  IRI categories() {
    return Values.iri(base + "#categories");
  }

  IRI category(String code) {
    return Values.iri(base + "#category-" + code);
  }

  IRI region(String code) {
    return Values.iri(base + "#region-" + code);
  }

  IRI standard(UUID id) {
    return Values.iri(base + "#standard-" + id);
  }

  IRI identifierScheme() {
    return Values.iri(base + "#identifier");
  }

  IRI termsOfUse() {
    return Values.iri(base + "#terms");
  }

  IRI portal() {
    return Values.iri(portal);
  }

  /** Where people read about a resource. */
  IRI landingPage(UUID id) {
    return Values.iri(portal + "/resources/" + id);
  }

  /** Where an interface answers. */
  IRI endpoint(UUID series) {
    return Values.iri(interfaces + "/" + series);
  }

  IRI endpointDescription(UUID series) {
    return Values.iri(interfaces + "/" + series + "/openapi");
  }
}
