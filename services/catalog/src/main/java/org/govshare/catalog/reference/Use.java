package org.govshare.catalog.reference;

import java.util.List;

/**
 * What refers to an object.
 *
 * @param what kind of what refers, a field name such as {@code functions}
 * @param count how many refer
 * @param names the first of their names
 */
public record Use(String what, long count, List<String> names) {

  public Use {
    names = List.copyOf(names);
  }
}
