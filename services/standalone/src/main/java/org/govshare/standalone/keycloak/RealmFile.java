package org.govshare.standalone.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The realm of a production platform, with what only the standalone platform has laid over it. */
final class RealmFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RealmFile() {}

  /**
   * Writes the realm with the overlay's lists (clients, users) appended. Values such as {@code
   * ${GOVSHARE_PORTAL_URL}} are left for Keycloak to fill in from its environment.
   */
  static void write(Path realm, Path overlay, Path target) {
    try {
      ObjectNode merged = (ObjectNode) JSON.readTree(realm.toFile());
      JsonNode additions = JSON.readTree(overlay.toFile());
      additions
          .properties()
          .forEach(
              list -> {
                ArrayNode present =
                    merged.has(list.getKey())
                        ? (ArrayNode) merged.get(list.getKey())
                        : merged.putArray(list.getKey());
                list.getValue().forEach(present::add);
              });
      Files.createDirectories(target.getParent());
      Path fresh = Files.createTempFile(target.getParent(), "realm-", ".part");
      JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), merged);
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the realm: " + e.getMessage(), e);
    }
  }
}
