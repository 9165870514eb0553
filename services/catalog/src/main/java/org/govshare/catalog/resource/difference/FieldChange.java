package org.govshare.catalog.resource.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A field with another value.
 *
 * @param field name as in the JSON of a resource or an item
 * @param before the old value as in that JSON, absent if there was none
 * @param after the new value, absent if there is none
 * @param effect what it means to users, absent if nothing in particular
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(String field, Object before, Object after, Effect effect) {

  /** Whether something that works with the old value may fail with the new one. */
  boolean breaking() {
    return effect != null && effect.breaking();
  }
}
