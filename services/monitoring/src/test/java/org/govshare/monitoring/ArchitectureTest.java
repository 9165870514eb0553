package org.govshare.monitoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

@AnalyzeClasses(
    packages = "org.govshare.monitoring",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices()
          .matching("org.govshare.monitoring.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature must be readable and removable by itself");

  @ArchTest
  static final ArchRule INTAKE_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("..intake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.govshare.monitoring.telemetry..",
              "org.govshare.monitoring.domain..",
              "org.govshare.monitoring.service..",
              "org.govshare.monitoring.node..",
              "org.govshare.monitoring.run..",
              "org.govshare.monitoring.platform..")
          .because("features register what they take in; intake only delivers");

  @ArchTest
  static final ArchRule NOTHING_WAITS =
      noClasses()
          .should()
          .callMethod(io.smallrye.mutiny.Uni.class, "await")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .because("everything runs on event loops, which must not be blocked");

  @ArchTest
  static final ArchRule ENTITIES_STAY_INSIDE =
      noClasses()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(Entity.class)
          .because("what callers see is a view, so that tables can change by themselves");

  @ArchTest
  static final ArchRule NO_OTHER_SERVICE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.govshare.catalog..", "org.govshare.exchange..", "org.govshare.node..")
          .because("services know each other by facts only");
}
