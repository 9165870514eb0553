package org.govshare.catalog.resource.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An item that came, went or changed.
 *
 * @param kind which of the three
 * @param name what it is called now, or was called if it went
 * @param fieldName its column now, or the one it had if it went; absent if it has none
 * @param beforeId the item in the old state, absent if it came
 * @param afterId the item in the new state, absent if it went
 * @param position where it stands in the new state, from 0; absent unless it came
 * @param item all of it as in the JSON of an item; absent unless it came or went
 * @param fields its changed fields, empty unless it changed
 * @param breaking whether something that uses the old item may fail
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemChange(
    Kind kind,
    String name,
    String fieldName,
    UUID beforeId,
    UUID afterId,
    Integer position,
    Map<String, Object> item,
    List<FieldChange> fields,
    boolean breaking) {

  /** What became of an item. */
  @Schema(name = "ItemChangeKind")
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It is gone; breaks what uses it. */
    REMOVED,
    /** It is there, with other contents. */
    CHANGED
  }
}
