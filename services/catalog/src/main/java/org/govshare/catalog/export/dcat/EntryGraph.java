package org.govshare.catalog.export.dcat;

import static org.govshare.catalog.export.dcat.Vocabulary.ADMS;
import static org.govshare.catalog.export.dcat.Vocabulary.DCATAP;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.govshare.catalog.export.CatalogueEntry;
import org.govshare.catalog.export.EntryItem;
import org.govshare.catalog.resource.ResourceFormat;

/** An entry as a dataset of DCAT-AP 3, with its distribution and, if it is one, its interface. */
@Singleton
final class EntryGraph {

  private static final IRI VERSION = Values.iri(DCAT.NAMESPACE + "version");
  private static final IRI AVAILABILITY = Values.iri(DCATAP + "availability");
  private static final IRI ADMS_IDENTIFIER = Values.iri(ADMS + "identifier");
  private static final IRI STATUS = Values.iri(ADMS + "status");
  private static final IRI OPENAPI = Values.iri("https://spec.openapis.org/oas/v3.1.0");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+");

  private final Names names;
  private final Terms terms;

  EntryGraph(Names names, Terms terms) {
    this.names = names;
    this.terms = terms;
  }

  /** Whether an entry is an interface, and so a data service as well. */
  static boolean isService(CatalogueEntry entry) {
    return entry.format() == ResourceFormat.SERVICE_INTERFACE;
  }

  IRI dataset(CatalogueEntry entry) {
    return names.dataset(entry.seriesId());
  }

  IRI service(CatalogueEntry entry) {
    return names.partOf(entry.seriesId(), "service");
  }

  IRI record(CatalogueEntry entry) {
    return names.partOf(entry.seriesId(), "record");
  }

  void describe(CatalogueEntry entry, RDFHandler target) {
    UUID series = entry.seriesId();
    describeDataset(entry, target);
    describeContact(entry, target);
    describePeriod(entry, target);
    if (entry.identifier().isPresent()) {
      Description.of(target, names.partOf(series, "identifier"), Values.iri(ADMS + "Identifier"))
          .say(SKOS.NOTATION, Values.literal(entry.identifier().get(), names.identifierScheme()))
          .chinese(Values.iri(ADMS + "schemeAgency"), terms.publisherName());
    }
    Description.of(target, names.partOf(series, "provenance"), DCTERMS.PROVENANCE_STATEMENT)
        .chinese(RDFS.LABEL, "由" + entry.provider().name() + "编目，经部门审核和目录管理机构审核后发布");
    Description.of(target, names.landingPage(entry.id()), FOAF.DOCUMENT);
    describeDistribution(entry, target);
    if (isService(entry)) {
      describeService(entry, target);
    }
    describeRecord(entry, target);
  }

  private void describeDataset(CatalogueEntry entry, RDFHandler target) {
    UUID series = entry.seriesId();
    Description dataset =
        Description.of(target, dataset(entry), DCAT.DATASET)
            .chinese(DCTERMS.TITLE, entry.name())
            .chinese(DCTERMS.DESCRIPTION, entry.summary())
            .plain(DCTERMS.IDENTIFIER, entry.identifier().orElse(series.toString()));
    if (entry.identifier().isPresent()) {
      dataset.say(ADMS_IDENTIFIER, names.partOf(series, "identifier"));
    }
    classify(dataset, entry);
    dataset
        .say(DCTERMS.PUBLISHER, names.department(entry.provider().code()))
        .say(DCAT.CONTACT_POINT, names.partOf(series, "contact"))
        .say(DCTERMS.SPATIAL, Vocabulary.CHINA)
        .say(DCTERMS.SPATIAL, terms.region(entry))
        .say(DCTERMS.TEMPORAL, names.partOf(series, "period"))
        .say(DCTERMS.LANGUAGE, Vocabulary.CHINESE)
        .say(DCTERMS.ACCESS_RIGHTS, Vocabulary.accessRight(entry.openType()))
        .say(DCTERMS.ACCRUAL_PERIODICITY, Vocabulary.frequency(entry.updateFrequency()))
        .time(DCTERMS.ISSUED, issued(entry))
        .time(DCTERMS.MODIFIED, modified(entry))
        .plain(VERSION, Integer.toString(entry.version()))
        .say(DCTERMS.PROVENANCE, names.partOf(series, "provenance"))
        .say(DCAT.LANDING_PAGE, names.landingPage(entry.id()))
        .say(DCAT.HAS_DISTRIBUTION, names.partOf(series, "distribution"));
    for (CatalogueEntry.Standard standard : entry.standards()) {
      dataset.say(DCTERMS.CONFORMS_TO, names.standard(standard.id()));
    }
  }

  private void classify(Description description, CatalogueEntry entry) {
    keywords(entry).forEach(keyword -> description.chinese(DCAT.KEYWORD, keyword));
    description
        .say(DCAT.THEME, Vocabulary.theme(entry.theme()))
        .say(DCAT.THEME, names.category(entry.category().code()));
  }

  /** The entry's own, or else the name of its category: an entry without any is hard to find. */
  private static List<String> keywords(CatalogueEntry entry) {
    return entry.keywords().isEmpty() ? List.of(entry.category().name()) : entry.keywords();
  }

  private void describeContact(CatalogueEntry entry, RDFHandler target) {
    CatalogueEntry.Provider provider = entry.provider();
    Description contact =
        Description.of(
                target, names.partOf(entry.seriesId(), "contact"), VCARD4.KIND, VCARD4.ORGANIZATION)
            .chinese(
                VCARD4.FN,
                provider
                    .contact()
                    .map(post -> provider.name() + " " + post)
                    .orElse(provider.name()));
    provider
        .email()
        .filter(address -> EMAIL.matcher(address).matches())
        .ifPresent(address -> contact.say(VCARD4.HAS_EMAIL, Values.iri("mailto:" + address)));
    provider
        .phone()
        .map(number -> number.replaceAll("[^0-9+]", ""))
        .filter(number -> !number.isEmpty())
        .ifPresent(number -> contact.say(VCARD4.HAS_TELEPHONE, Values.iri("tel:" + number)));
    contact.say(VCARD4.HAS_URL, names.landingPage(entry.id()));
  }

  /** From the first publication, or the data's last update if that lies before, to that update. */
  private void describePeriod(CatalogueEntry entry, RDFHandler target) {
    Instant updated = modified(entry);
    Instant issued = issued(entry);
    Description.of(target, names.partOf(entry.seriesId(), "period"), DCTERMS.PERIOD_OF_TIME)
        .date(DCAT.START_DATE, issued.isBefore(updated) ? issued : updated)
        .date(DCAT.END_DATE, updated);
  }

  private void describeDistribution(CatalogueEntry entry, RDFHandler target) {
    UUID series = entry.seriesId();
    Description distribution =
        Description.of(target, names.partOf(series, "distribution"), DCAT.DISTRIBUTION)
            .chinese(DCTERMS.TITLE, entry.name())
            .chinese(DCTERMS.DESCRIPTION, contents(entry))
            .say(
                DCAT.ACCESS_URL,
                isService(entry) ? names.endpoint(series) : names.landingPage(entry.id()))
            .say(DCTERMS.FORMAT, Vocabulary.fileType(entry))
            .say(DCTERMS.LICENSE, terms.licence(entry))
            .say(AVAILABILITY, Vocabulary.AVAILABLE)
            .say(STATUS, Vocabulary.COMPLETED)
            .say(DCTERMS.LANGUAGE, Vocabulary.CHINESE)
            .time(DCTERMS.ISSUED, issued(entry))
            .time(DCTERMS.MODIFIED, modified(entry));
    Vocabulary.mediaType(entry).ifPresent(type -> distribution.say(DCAT.MEDIA_TYPE, type));
    if (isService(entry)) {
      distribution.say(DCAT.ACCESS_SERVICE, service(entry));
    }
  }

  private static String contents(CatalogueEntry entry) {
    return entry.items().stream()
        .map(EntryItem::name)
        .collect(Collectors.joining("、", "信息项：", "。"));
  }

  private void describeService(CatalogueEntry entry, RDFHandler target) {
    UUID series = entry.seriesId();
    Description service =
        Description.of(target, service(entry), DCAT.DATA_SERVICE)
            .chinese(DCTERMS.TITLE, entry.name())
            .chinese(DCTERMS.DESCRIPTION, entry.summary())
            .say(DCAT.ENDPOINT_URL, names.endpoint(series))
            .say(DCAT.ENDPOINT_DESCRIPTION, names.endpointDescription(series))
            .say(DCAT.SERVES_DATASET, dataset(entry))
            .say(DCTERMS.CONFORMS_TO, OPENAPI)
            .say(DCTERMS.PUBLISHER, names.department(entry.provider().code()))
            .say(DCAT.CONTACT_POINT, names.partOf(series, "contact"))
            .say(DCTERMS.LICENSE, terms.licence(entry))
            .say(DCTERMS.ACCESS_RIGHTS, Vocabulary.accessRight(entry.openType()));
    classify(service, entry);
  }

  private void describeRecord(CatalogueEntry entry, RDFHandler target) {
    Description.of(target, record(entry), DCAT.CATALOG_RECORD)
        .say(FOAF.PRIMARY_TOPIC, dataset(entry))
        .say(DCTERMS.CONFORMS_TO, Vocabulary.PROFILE)
        .say(STATUS, entry.version() == 1 ? Vocabulary.CREATED : Vocabulary.UPDATED)
        .time(DCTERMS.ISSUED, issued(entry))
        .time(DCTERMS.MODIFIED, entry.updatedAt());
  }

  private static Instant issued(CatalogueEntry entry) {
    return entry.firstPublishedAt().orElse(entry.updatedAt());
  }

  /** When the data changed last, as far as is known; at the latest when they were published. */
  private static Instant modified(CatalogueEntry entry) {
    return entry.dataUpdatedAt().or(entry::publishedAt).orElse(entry.updatedAt());
  }
}
