package org.govshare.catalog.bulk.reading;

import java.util.List;
import org.govshare.catalog.bulk.template.TemplateColumn;

/**
 * Something that the catalogue has already and a resource would have too.
 *
 * @param column what of the resource it is
 * @param reason key of the message
 * @param arguments set into the message
 */
public record Taken(TemplateColumn column, String reason, List<String> arguments) {

  static Taken of(TemplateColumn column, String reason, String... arguments) {
    return new Taken(column, reason, List.of(arguments));
  }
}
