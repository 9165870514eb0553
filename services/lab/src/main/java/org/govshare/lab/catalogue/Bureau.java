package org.govshare.lab.catalogue;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of a department that works on one library: its offices and business functions there. All
 * of them are synthetic and say so.
 *
 * @param department whose they are
 * @param offices names of offices, perhaps none
 * @param functions names of business functions, perhaps none
 */
record Bureau(Provider department, List<String> offices, List<String> functions) {

  private static final String LABEL = "（合成）";

  /** Those of a library: its offices and functions are dealt out to its departments in turn. */
  static List<Bureau> of(Library library) {
    List<Provider> departments = Provider.of(library);
    return IntStream.range(0, departments.size())
        .mapToObj(
            i ->
                new Bureau(
                    departments.get(i),
                    dealt(library.label() + "第%d处" + LABEL, library.offices(), i, departments),
                    dealt(
                        library.label() + "业务职责第%d项" + LABEL, library.functions(), i, departments)))
        .toList();
  }

  private static List<String> dealt(
      String pattern, int count, int first, List<Provider> departments) {
    return IntStream.iterate(first, n -> n < count, n -> n + departments.size())
        .mapToObj(n -> pattern.formatted(n + 1))
        .toList();
  }

  /** The office that keeps a resource, empty if there is none. */
  String office(int resource) {
    return offices.isEmpty() ? "" : offices.get(resource % offices.size());
  }

  /** The business function that a resource comes from, empty if there is none. */
  String function(int resource) {
    return functions.isEmpty() ? "" : functions.get(resource % functions.size());
  }
}
