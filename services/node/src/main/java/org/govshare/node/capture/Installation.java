package org.govshare.node.capture;

import java.util.List;
import java.util.UUID;
import org.govshare.node.database.Sql;

/**
 * Triggers and the change table of a captured table.
 *
 * @param number in the names of what belongs to it
 * @param incarnation random; another one has another history
 * @param keyColumns columns of the key that changes are recorded by
 * @param keptColumns columns whose former values are recorded, for row filters
 */
public record Installation(
    int number, UUID incarnation, List<String> keyColumns, List<String> keptColumns) {

  /** The change table, for a statement. */
  public String changes() {
    return object("change");
  }

  /** Name of the trigger for rows. */
  String rowTrigger() {
    return "govshare_capture_" + number;
  }

  /** Name of the trigger for TRUNCATE. */
  String truncateTrigger() {
    return "govshare_capture_" + number + "_truncate";
  }

  /** Something of the installation in its schema, for a statement. */
  String object(String kind) {
    return "govshare_capture." + Sql.quote(kind + "_" + number);
  }
}
