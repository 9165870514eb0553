package org.govshare.catalog.finding;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/** A query as an address holds it. A filter may be repeated: one of its values must hold. */
public class QueryParameters {

  private static final int VALUE_LIMIT = 100;

  /** Words that all occur in name, abstract, keywords or items, or their pinyin initials. */
  @QueryParam("q")
  String q;

  /** Where they stand; published ones if absent. */
  @QueryParam("state")
  List<ResourceState> state;

  /** Codes of departments. */
  @QueryParam("department")
  List<String> department;

  /** Codes of categories; what is further down counts too. */
  @QueryParam("category")
  List<String> category;

  @QueryParam("sharingType")
  List<SharingType> sharingType;

  @QueryParam("openType")
  List<OpenType> openType;

  @QueryParam("format")
  List<ResourceFormat> format;

  @QueryParam("dataStructure")
  List<DataStructure> dataStructure;

  @QueryParam("updateFrequency")
  List<UpdateFrequency> updateFrequency;

  /** First day of publication, for example {@code 2026-01-31}. */
  @QueryParam("publishedFrom")
  String publishedFrom;

  /** Last day of publication. */
  @QueryParam("publishedTo")
  String publishedTo;

  /**
   * The query that an address holds after its question mark.
   *
   * @throws InvalidInput if it cannot be read, or a filter has a value that is not known (400)
   */
  public static QueryParameters parse(String address) {
    Map<String, List<String>> values = decoded(address);
    QueryParameters parsed = new QueryParameters();
    parsed.q = first(values, "q");
    parsed.state = codes(values, "state", ResourceState.class);
    parsed.department = values.getOrDefault("department", List.of());
    parsed.category = values.getOrDefault("category", List.of());
    parsed.sharingType = codes(values, "sharingType", SharingType.class);
    parsed.openType = codes(values, "openType", OpenType.class);
    parsed.format = codes(values, "format", ResourceFormat.class);
    parsed.dataStructure = codes(values, "dataStructure", DataStructure.class);
    parsed.updateFrequency = codes(values, "updateFrequency", UpdateFrequency.class);
    parsed.publishedFrom = first(values, "publishedFrom");
    parsed.publishedTo = first(values, "publishedTo");
    parsed.query();
    return parsed;
  }

  private static Map<String, List<String>> decoded(String address) {
    try {
      return new QueryStringDecoder(address, StandardCharsets.UTF_8, false, VALUE_LIMIT * 10)
          .parameters();
    } catch (IllegalArgumentException halfEscaped) {
      throw new InvalidInput("query", "malformed", "q=%E4%BC%81%E4%B8%9A");
    }
  }

  private static String first(Map<String, List<String>> values, String name) {
    return values.getOrDefault(name, List.of("")).getFirst();
  }

  private static <E extends Enum<E>> List<E> codes(
      Map<String, List<String>> values, String name, Class<E> type) {
    return values.getOrDefault(name, List.of()).stream()
        .map(
            code -> {
              try {
                return Enum.valueOf(type, code);
              } catch (IllegalArgumentException unknown) {
                throw new InvalidInput("query", "unknown", name + "=" + code);
              }
            })
        .toList();
  }

  ResourceQuery query() {
    new InputChecks()
        .that(department.size() <= VALUE_LIMIT, "department", "too-many", VALUE_LIMIT)
        .that(category.size() <= VALUE_LIMIT, "category", "too-many", VALUE_LIMIT)
        .done();
    return new ResourceQuery(
        SearchText.queryWords(q),
        state.isEmpty() ? EnumSet.of(ResourceState.PUBLISHED) : Set.copyOf(state),
        present(department),
        present(category),
        Set.copyOf(sharingType),
        Set.copyOf(openType),
        Set.copyOf(format),
        Set.copyOf(dataStructure),
        Set.copyOf(updateFrequency),
        DateRange.of(publishedFrom, publishedTo));
  }

  private static Set<String> present(List<String> codes) {
    return codes.stream()
        .filter(code -> !code.isBlank())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
