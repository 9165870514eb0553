package org.govshare.catalog.library.element;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A standard data element that a name may mean.
 *
 * @param match how it was found
 * @param similarity from 0 to 1; 1 for the same name
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ElementSuggestion(
    UUID id,
    String identifier,
    String name,
    ElementType dataType,
    Integer length,
    UUID codeTableId,
    Match match,
    double similarity) {

  /** How an element was found, from the surest. */
  public enum Match {
    /** By its name. */
    NAME,
    /** By a synonym. */
    SYNONYM,
    /** By a similar name or synonym. */
    SIMILAR
  }

  static ElementSuggestion of(DataElement element, Match match, double similarity) {
    return new ElementSuggestion(
        element.id(),
        element.identifier(),
        element.name(),
        element.dataType(),
        element.length(),
        element.codeTableId(),
        match,
        Math.round(similarity * 1000) / 1000.0);
  }
}
