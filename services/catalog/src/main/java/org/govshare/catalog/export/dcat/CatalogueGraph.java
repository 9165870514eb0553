package org.govshare.catalog.export.dcat;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.govshare.catalog.export.CatalogueEntry;

/** The catalogue itself, as DCAT-AP 3, and its pages, as Hydra collections. */
@Singleton
final class CatalogueGraph {

  private static final IRI RECORD = Values.iri(DCAT.NAMESPACE + "record");

  private final Names names;
  private final Terms terms;
  private final EntryGraph entries;
  private final DcatConfig config;

  CatalogueGraph(Names names, Terms terms, EntryGraph entries, DcatConfig config) {
    this.names = names;
    this.terms = terms;
    this.entries = entries;
    this.config = config;
  }

  /** The public catalogue; which entries it holds is said apart. */
  void describePublic(Optional<Instant> issued, Optional<Instant> modified, RDFHandler target) {
    Description catalogue =
        describe(names.catalogue(), config.title(), config.description(), target)
            .say(DCTERMS.LICENSE, terms.licence());
    issued.ifPresent(time -> catalogue.time(DCTERMS.ISSUED, time));
    modified.ifPresent(time -> catalogue.time(DCTERMS.MODIFIED, time));
  }

  /**
   * A catalogue of its own for what somebody exports: that entries are in it says nothing of the
   * public one.
   */
  void describeExport(Instant time, RDFHandler target) {
    describe(names.export(), "政务信息资源目录", "按导出人的权限和所选条件导出的政务信息资源", target)
        .say(DCTERMS.LICENSE, names.termsOfUse())
        .time(DCTERMS.ISSUED, time)
        .time(DCTERMS.MODIFIED, time);
  }

  private Description describe(IRI catalogue, String title, String contents, RDFHandler target) {
    Description.of(target, names.portal(), FOAF.DOCUMENT);
    return Description.of(target, catalogue, DCAT.CATALOG)
        .chinese(DCTERMS.TITLE, title)
        .chinese(DCTERMS.DESCRIPTION, contents)
        .say(DCTERMS.PUBLISHER, terms.publisher())
        .say(DCTERMS.LANGUAGE, Vocabulary.CHINESE)
        .say(DCTERMS.SPATIAL, Vocabulary.CHINA)
        .say(DCTERMS.SPATIAL, terms.region())
        .say(DCAT.THEME_TAXONOMY, Vocabulary.DATA_THEMES)
        .say(DCAT.THEME_TAXONOMY, names.categories())
        .say(FOAF.HOMEPAGE, names.portal());
  }

  /** Says which entries the public catalogue holds. */
  void listPublic(List<CatalogueEntry> held, RDFHandler target) {
    list(names.catalogue(), held, target);
  }

  /** Says which entries an export holds. */
  void listExport(List<CatalogueEntry> held, RDFHandler target) {
    list(names.export(), held, target);
  }

  private void list(IRI holder, List<CatalogueEntry> held, RDFHandler target) {
    Description catalogue = Description.of(target, holder);
    for (CatalogueEntry entry : held) {
      catalogue.say(DCAT.HAS_DATASET, entries.dataset(entry)).say(RECORD, entries.record(entry));
      if (EntryGraph.isService(entry)) {
        catalogue.say(DCAT.HAS_SERVICE, entries.service(entry));
      }
    }
  }

  /** Describes what every document refers to. */
  void describeTerms(RDFHandler target, Set<IRI> described) {
    terms.describe(target, described);
  }

  /** Describes an entry and what it refers to. */
  void describe(CatalogueEntry entry, RDFHandler target, Set<IRI> described) {
    terms.describe(entry, target, described);
    entries.describe(entry, target);
  }

  /** Says which page of the catalogue this is, and where the others are. */
  void page(OpenPage page, RDFHandler target) {
    Description.of(target, names.catalogue(), hydra("Collection"))
        .say(hydra("totalItems"), Values.literal(page.total()))
        .say(hydra("view"), names.page(page.query()));
    Description view =
        Description.of(target, names.page(page.query()), hydra("PartialCollectionView"))
            .say(hydra("first"), names.page(page.first()))
            .say(hydra("last"), names.page(page.last()));
    page.next().ifPresent(next -> view.say(hydra("next"), names.page(next)));
  }

  private static IRI hydra(String term) {
    return Values.iri(Vocabulary.HYDRA + term);
  }
}
