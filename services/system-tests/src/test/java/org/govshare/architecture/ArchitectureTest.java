package org.govshare.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniAwait;
import java.util.Set;

/** The rules that keep the services apart and their code where a newcomer looks for it. */
@AnalyzeClasses(packages = "org.govshare", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] REACTIVE_SERVICES = {
    "org.govshare.catalog..", "org.govshare.exchange..", "org.govshare.monitoring.."
  };

  private static final Set<String> BULK_PACKAGES =
      Set.of(
          "org.govshare.catalog.bulk",
          "org.govshare.catalog.export",
          "org.govshare.catalog.finding.reindex",
          "org.govshare.catalog.job");

  private static final Set<String> BULK_CLASSES =
      Set.of(
          "BulkIdentifiers",
          "CatalogueMemory",
          "ChunkRepository",
          "Comparison",
          "ItemKeys",
          "MemoryReader");

  @ArchTest
  static final ArchRule catalogStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("org.govshare.catalog..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.govshare.exchange..", "org.govshare.monitoring..", "org.govshare.node..")
          .because("services tell each other facts; none reads another's entities or tables");

  @ArchTest
  static final ArchRule exchangeStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("org.govshare.exchange..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.govshare.catalog..", "org.govshare.monitoring..", "org.govshare.node..")
          .because("services tell each other facts; none reads another's entities or tables");

  @ArchTest
  static final ArchRule monitoringStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("org.govshare.monitoring..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.govshare.catalog..", "org.govshare.exchange..", "org.govshare.node..")
          .because("services tell each other facts; none reads another's entities or tables");

  @ArchTest
  static final ArchRule nodeStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("org.govshare.node..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.govshare.catalog..",
              "org.govshare.exchange..",
              "org.govshare.monitoring..",
              "org.govshare.platform.reactive..")
          .because("an agent runs at a department, next to its data, and knows only the protocol");

  @ArchTest
  static final ArchRule protocolIsPlainJava =
      classes()
          .that()
          .resideInAPackage("org.govshare.protocol..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "javax.crypto..", "org.bouncycastle..", "org.govshare.protocol..")
          .because(
              "an auditor's offline tool must need nothing but the library of national algorithms");

  @ArchTest
  static final ArchRule featuresOfCatalogHaveNoCycles =
      slices()
          .matching("org.govshare.catalog.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that needs another which needs it back is one feature");

  @ArchTest
  static final ArchRule featuresOfExchangeHaveNoCycles =
      slices()
          .matching("org.govshare.exchange.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that needs another which needs it back is one feature");

  @ArchTest
  static final ArchRule featuresOfMonitoringHaveNoCycles =
      slices()
          .matching("org.govshare.monitoring.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that needs another which needs it back is one feature");

  @ArchTest
  static final ArchRule featuresOfNodeHaveNoCycles =
      slices()
          .matching("org.govshare.node.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that needs another which needs it back is one feature");

  @ArchTest
  static final ArchRule featuresOfProtocolHaveNoCycles =
      slices()
          .matching("org.govshare.protocol.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that needs another which needs it back is one feature");

  @ArchTest
  static final ArchRule packagesAreFeatures =
      noClasses()
          .that()
          .resideInAPackage("org.govshare..")
          .should()
          .resideInAnyPackage(
              "..controller..",
              "..controllers..",
              "..dto..",
              "..entity..",
              "..entities..",
              "..model..",
              "..models..",
              "..repository..",
              "..repositories..",
              "..util..",
              "..utils..",
              "..helper..",
              "..common..",
              "..impl..")
          .because("a package is a feature of the domain, not a kind of class");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .that()
          .doNotImplement("io.quarkus.oidc.TokenStateManager")
          .should()
          .haveNameMatching(".*(Impl|Utils|Util|Helper|Manager|DTO|Dto)")
          .because("such a name says nothing about what the class is in the domain");

  @ArchTest
  static final ArchRule nothingWaitsOnAnEventLoop =
      noClasses()
          .that()
          .resideInAnyPackage(REACTIVE_SERVICES)
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "the caller waits for a result",
                  call ->
                      (call.getTargetOwner().isAssignableTo(Uni.class)
                              && call.getName().equals("await"))
                          || call.getTargetOwner().isAssignableTo(UniAwait.class)
                          || (call.getTargetOwner().isAssignableTo(Thread.class)
                              && call.getName().equals("sleep"))
                          || (call.getTargetOwner().isAssignableTo(Multi.class)
                              && call.getName().equals("subscribeAsIterable"))))
          .because("a blocked event loop stops every request that it serves");

  @ArchTest
  static final ArchRule noBlockingDatabaseAccessInReactiveServices =
      noClasses()
          .that()
          .resideInAnyPackage(REACTIVE_SERVICES)
          .and(DescribedPredicate.not(bulkWork()))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .because("JDBC blocks; only bulk work may use it, on a worker thread");

  @ArchTest
  static final ArchRule endpointsGoThroughServices =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Endpoint")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Repository")
          .because("the service owns rule and transaction");

  @ArchTest
  static final ArchRule endpointsDoNotShowEntities =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Endpoint")
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .because("entities never leave the service: clients see views");

  /**
   * What reads or writes very many rows, with COPY or a cursor: the packages of jobs, imports,
   * exports and the reindex, and single classes elsewhere.
   */
  private static DescribedPredicate<JavaClass> bulkWork() {
    return DescribedPredicate.describe(
        "bulk work",
        type ->
            BULK_PACKAGES.stream().anyMatch(type.getPackageName()::startsWith)
                || BULK_CLASSES.contains(outermost(type).getSimpleName()));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }
}
