package org.govshare.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.mutiny.groups.UniAwait;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** How the catalogue is built. */
class ArchitectureTest {

  private static final JavaClasses CATALOG =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.govshare.catalog");

  @Test
  void featuresHaveNoCycles() {
    slices()
        .matching("org.govshare.catalog.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature that others build on must be readable without them")
        .check(CATALOG);
  }

  @Test
  void nothingBlocksTheEventLoop() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(UniAwait.class, Thread.class)
        .because("every request shares a few event loops")
        .check(CATALOG);
  }

  @Test
  void endpointsShowNoEntities() {
    noClasses()
        .that()
        .areAnnotatedWith(Path.class)
        .and()
        .haveSimpleNameNotStartingWith("Department")
        .and()
        .haveSimpleNameNotStartingWith("Category")
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith(Entity.class)
        .because("what is stored may change without the interface")
        .check(CATALOG);
  }

  @Test
  void endpointsStayInTheirPackage() {
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .bePackagePrivate()
        .because("they are called over HTTP alone")
        .check(CATALOG);
  }
}
