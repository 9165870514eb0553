package org.govshare.catalog.bulk.template;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.govshare.catalog.search.SearchText;

/**
 * Which column of a sheet is which of the template, whatever their order.
 *
 * @param positions by column, from 0
 * @param names how the sheet itself calls them
 */
public record TemplateHeader(
    Map<TemplateColumn, Integer> positions, Map<TemplateColumn, String> names) {

  /** A row counts as a header if it names at least so many columns. */
  public static final int ENOUGH = 3;

  private static final Pattern REMARK = Pattern.compile("[(（\\[【][^)）\\]】]*[)）\\]】]");
  private static final Map<String, TemplateColumn> KNOWN = known();

  private static Map<String, TemplateColumn> known() {
    Map<String, TemplateColumn> known = new HashMap<>();
    for (TemplateColumn column : TemplateColumn.values()) {
      known.put(folded(column.header()), column);
      column.synonyms().forEach(synonym -> known.putIfAbsent(folded(synonym), column));
    }
    return Map.copyOf(known);
  }

  private static String folded(String text) {
    return SearchText.folded(REMARK.matcher(text).replaceAll(""));
  }

  /** The column that a heading names. */
  public static Optional<TemplateColumn> named(String heading) {
    return heading == null || heading.length() > 100
        ? Optional.empty()
        : Optional.ofNullable(KNOWN.get(folded(heading)));
  }

  /** What a row of cells names; of two columns with one name the first counts. */
  public static TemplateHeader of(List<String> cells) {
    Map<TemplateColumn, Integer> positions = new EnumMap<>(TemplateColumn.class);
    Map<TemplateColumn, String> names = new EnumMap<>(TemplateColumn.class);
    for (int i = 0; i < cells.size(); i++) {
      int position = i;
      named(cells.get(i))
          .filter(column -> !positions.containsKey(column))
          .ifPresent(
              column -> {
                positions.put(column, position);
                names.put(column, cells.get(position).strip());
              });
    }
    return new TemplateHeader(positions, names);
  }

  /** The same with what a second row of headings adds at other positions. */
  public TemplateHeader with(TemplateHeader below) {
    Map<TemplateColumn, Integer> both = new EnumMap<>(TemplateColumn.class);
    Map<TemplateColumn, String> bothNames = new EnumMap<>(TemplateColumn.class);
    both.putAll(positions);
    bothNames.putAll(names);
    // A heading above several columns is a group; the lower row says what each of them is.
    below.positions.forEach(
        (column, position) -> {
          both.values().remove(position);
          both.put(column, position);
          bothNames.put(column, below.names.get(column));
        });
    return new TemplateHeader(both, bothNames);
  }

  /** How many columns it names. */
  public int size() {
    return positions.size();
  }

  /** Required columns that it lacks. */
  public List<TemplateColumn> missing() {
    return Arrays.stream(TemplateColumn.values())
        .filter(TemplateColumn::required)
        .filter(column -> !positions.containsKey(column))
        .filter(
            column ->
                column != TemplateColumn.PROVIDER
                    || !positions.containsKey(TemplateColumn.PROVIDER_CODE))
        .toList();
  }
}
