package org.govshare.catalog.resource.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A field in which what somebody wants to write differs from what somebody else has written
 * meanwhile.
 *
 * @param field name as in the JSON of a resource; {@code items[key]} for a whole item and {@code
 *     items[key].field} for one of its fields, where key is its column or else its name; {@code
 *     itemOrder} for the order of the items
 * @param yours what the writer wants, absent if nothing
 * @param theirs what it is now, absent if nothing
 * @param base what it was when the writer read it, absent if nothing or not known
 * @param changedBy who changed it since then; absent if the base is not known
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EditConflict(
    String field, Object yours, Object theirs, Object base, ChangedBy changedBy) {

  /** Who changed a field since the writer read it. */
  public enum ChangedBy {
    /** The writer alone: can be written. */
    YOU,
    /** Somebody else alone: theirs can be taken over. */
    OTHERS,
    /** Both: somebody has to choose. */
    BOTH
  }
}
