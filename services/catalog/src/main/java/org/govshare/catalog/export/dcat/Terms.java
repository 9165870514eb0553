package org.govshare.catalog.export.dcat;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.GEO;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.govshare.catalog.export.CatalogueEntry;
import org.govshare.catalog.export.CatalogueEntry.Filing;
import org.govshare.catalog.resource.OpenType;

/** What many entries refer to: departments, categories, the region, the licence. */
@Singleton
final class Terms {

  private final Names names;
  private final DcatConfig config;

  Terms(Names names, DcatConfig config) {
    this.names = names;
    this.config = config;
  }

  /** Terms of an entry: the open licence is for open data alone. */
  IRI licence(CatalogueEntry entry) {
    return entry.openType() == OpenType.OPEN ? licence() : names.termsOfUse();
  }

  String publisherName() {
    return config.publisher().name();
  }

  IRI publisher() {
    return names.department(config.publisher().code());
  }

  IRI region() {
    return names.region(config.region().code());
  }

  /** The region that an entry's provider is competent for; the whole if nothing else is said. */
  IRI region(CatalogueEntry entry) {
    return entry.provider().region().map(Filing::code).map(names::region).orElseGet(this::region);
  }

  IRI licence() {
    return config.licence().map(URI::toString).map(Values::iri).orElseGet(names::termsOfUse);
  }

  /** Describes what every document refers to. */
  void describe(RDFHandler target, Set<IRI> described) {
    describeAgent(
        config.publisher().code(), publisherName(), config.region().code(), target, described);
    described.add(region());
    describeRegion(target);
    describeLicence(target);
    Description.of(target, names.categories(), SKOS.CONCEPT_SCHEME)
        .chinese(DCTERMS.TITLE, "政务信息资源分类");
  }

  /** Describes what an entry refers to, unless this document has it already. */
  void describe(CatalogueEntry entry, RDFHandler target, Set<IRI> described) {
    Filing region =
        entry
            .provider()
            .region()
            .orElseGet(() -> new Filing(config.region().code(), config.region().name()));
    describeAgent(
        entry.provider().code(), entry.provider().name(), region.code(), target, described);
    if (described.add(names.region(region.code()))) {
      Description.of(target, names.region(region.code()), DCTERMS.LOCATION)
          .chinese(SKOS.PREF_LABEL, region.name())
          .plain(DCTERMS.IDENTIFIER, region.code())
          .say(DCTERMS.IS_PART_OF, region());
    }
    for (CatalogueEntry.Standard standard : entry.standards()) {
      if (described.add(names.standard(standard.id()))) {
        Description.of(target, names.standard(standard.id()), DCTERMS.STANDARD)
            .chinese(DCTERMS.TITLE, standard.title())
            .plain(DCTERMS.IDENTIFIER, standard.number());
      }
    }
    Filing above = null;
    for (Filing category : entry.categories()) {
      if (described.add(names.category(category.code()))) {
        Description concept =
            Description.of(target, names.category(category.code()), SKOS.CONCEPT)
                .chinese(SKOS.PREF_LABEL, category.name())
                .plain(SKOS.NOTATION, category.code())
                .say(SKOS.IN_SCHEME, names.categories());
        if (above != null) {
          concept.say(SKOS.BROADER, names.category(above.code()));
        }
      }
      above = category;
    }
  }

  private void describeAgent(
      String code, String name, String region, RDFHandler target, Set<IRI> described) {
    if (described.add(names.department(code))) {
      Description.of(target, names.department(code), FOAF.AGENT)
          .chinese(FOAF.NAME, name)
          .plain(DCTERMS.IDENTIFIER, code)
          .say(
              DCTERMS.TYPE,
              region.equals(config.region().code())
                  ? Vocabulary.REGIONAL_AUTHORITY
                  : Vocabulary.LOCAL_AUTHORITY);
    }
  }

  private void describeRegion(RDFHandler target) {
    DcatConfig.Region region = config.region();
    String box =
        String.format(
            Locale.ROOT,
            "POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))",
            region.west(),
            region.south(),
            region.east(),
            region.north());
    String centre =
        String.format(
            Locale.ROOT,
            "POINT(%.4f %.4f)",
            (region.west() + region.east()) / 2,
            (region.south() + region.north()) / 2);
    Description.of(target, region(), DCTERMS.LOCATION)
        .chinese(SKOS.PREF_LABEL, region.name())
        .plain(DCTERMS.IDENTIFIER, region.code())
        .say(DCAT.BBOX, Values.literal(box, GEO.WKT_LITERAL))
        .say(DCAT.CENTROID, Values.literal(centre, GEO.WKT_LITERAL));
  }

  private void describeLicence(RDFHandler target) {
    if (config.licence().isPresent()) {
      Description.of(target, licence(), DCTERMS.LICENSE_DOCUMENT)
          .say(DCTERMS.TYPE, kindOf(config.licence().get().toString()))
          .chinese(DCTERMS.TITLE, "开放数据使用许可");
    }
    Description.of(target, names.termsOfUse(), DCTERMS.LICENSE_DOCUMENT)
        .say(DCTERMS.TYPE, Vocabulary.TERMS_UNKNOWN)
        .chinese(DCTERMS.TITLE, "使用条件由数据提供部门规定");
  }

  private static IRI kindOf(String address) {
    String code = address.substring(address.lastIndexOf('/') + 1);
    if (code.startsWith("CC0") || code.endsWith("PDDL") || code.startsWith("CC_PDM")) {
      return Vocabulary.PUBLIC_DOMAIN;
    }
    return code.matches("CC_BY_\\d_\\d|ODC_BY") ? Vocabulary.ATTRIBUTION : Vocabulary.OTHER_TERMS;
  }
}
