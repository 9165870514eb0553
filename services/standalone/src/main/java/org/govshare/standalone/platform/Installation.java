package org.govshare.standalone.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The built project that the platform is started from.
 *
 * @param root the project's root folder
 */
public record Installation(Path root) {

  private static final String MARK = "keycloak-realm/govshare-realm.json";

  /**
   * Finds the project: the folder or one of its parents that holds the realm.
   *
   * @throws IllegalStateException if there is none
   */
  public static Installation around(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(MARK))) {
        return new Installation(at);
      }
    }
    throw new IllegalStateException("Run this inside the project: no " + MARK + " above " + folder);
  }

  Path realm() {
    return root.resolve(MARK);
  }

  Path realmOverlay() {
    return root.resolve("keycloak-realm/standalone-overlay.json");
  }

  /**
   * The packaged program of a service.
   *
   * @throws IllegalStateException if it has not been built
   */
  Path program(String module) {
    Path jar = root.resolve("services/" + module + "/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(module + " is not built: run \"make build\" first");
    }
    return jar;
  }

  /** Keycloak's unpacked distribution. */
  public Path keycloak() {
    Path folder = root.resolve("services/standalone/target/keycloak");
    try (var entries = Files.newDirectoryStream(folder, "keycloak-*")) {
      return entries.iterator().next();
    } catch (Exception e) {
      throw new IllegalStateException("Keycloak is not unpacked: run \"make build\" first", e);
    }
  }

  /** Where the PostgreSQL programs are unpacked, once for all data directories. */
  public Path postgres() {
    return root.resolve("services/standalone/target/postgresql");
  }
}
