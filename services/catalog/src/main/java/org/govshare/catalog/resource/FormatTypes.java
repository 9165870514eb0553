package org.govshare.catalog.resource;

import java.util.Map;
import java.util.Optional;

/**
 * 资源格式类型: the concrete formats that are known, each of one format category.
 *
 * @param categories the category by the type's code, in lower case
 */
public record FormatTypes(Map<String, ResourceFormat> categories) {

  /** Copies what it is given. */
  public FormatTypes {
    categories = Map.copyOf(categories);
  }

  /** The category a type belongs to, empty if the type is not known. */
  public Optional<ResourceFormat> categoryOf(String type) {
    return Optional.ofNullable(categories.get(type));
  }
}
