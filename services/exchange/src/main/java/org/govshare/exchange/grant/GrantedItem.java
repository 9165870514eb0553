package org.govshare.exchange.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import java.util.UUID;

/**
 * A granted data item.
 *
 * @param itemId the item
 * @param name its name
 * @param fieldName its column at the provider, if the catalogue names one
 * @param dataType its type in the catalogue, one letter
 * @param length its length, if it has one
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantedItem(
    UUID itemId, String name, String fieldName, String dataType, Integer length) {

  /** Refuses an item without identifier or name. */
  public GrantedItem {
    Objects.requireNonNull(itemId, "itemId");
    Objects.requireNonNull(name, "name");
  }
}
