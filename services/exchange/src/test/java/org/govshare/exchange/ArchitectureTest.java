package org.govshare.exchange;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.groups.UniAwait;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

@AnalyzeClasses(
    packages = "org.govshare.exchange",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices()
          .matching("org.govshare.exchange.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that others build on must be readable without them");

  @ArchTest
  static final ArchRule ENTITIES_STAY_INSIDE =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .bePackagePrivate()
          .because("other features and callers see records, so that tables can change");

  @ArchTest
  static final ArchRule ENDPOINTS_SHOW_NO_ENTITIES =
      noClasses()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(Entity.class)
          .because("what is stored may change without the interface");

  @ArchTest
  static final ArchRule INTAKE_KEEPS_NOTHING =
      noClasses()
          .that()
          .resideInAPackage("..intake..")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Repository")
          .because("the rules for what comes in are the features'");

  @ArchTest
  static final ArchRule NOTHING_WAITS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(UniAwait.class, Thread.class)
          .because("every request shares a few event loops");
}
