package org.govshare.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.common.annotation.Blocking;

@AnalyzeClasses(
    packages = "org.govshare.portal",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("org.govshare.portal.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature is read, tested and replaced by itself");

  @ArchTest
  static final ArchRule NO_JDBC =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .because("the portal runs on event loops, which JDBC would block");

  @ArchTest
  static final ArchRule NO_BLOCKING =
      noClasses()
          .should()
          .beAnnotatedWith(Blocking.class)
          .orShould()
          .callMethod(io.smallrye.mutiny.groups.UniAwait.class, "indefinitely")
          .because("one blocked event loop stalls every user on it");

  @ArchTest
  static final ArchRule ONLY_SESSIONS_KEEP_TOKENS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..session..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.quarkus.oidc.AuthorizationCodeTokens")
          .because("refresh tokens must not travel beyond the session's storage");
}
