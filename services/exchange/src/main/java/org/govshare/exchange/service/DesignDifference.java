package org.govshare.exchange.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.govshare.exchange.json.JsonText;

/**
 * One thing in which two designs differ.
 *
 * @param path what it is: a property, or {@code mapping[column of the target]}
 * @param before its value in the one, absent if that has none
 * @param after its value in the other, absent if that has none
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DesignDifference(String path, String before, String after) {

  /** Everything in which two designs differ, in the order of the paths. */
  static List<DesignDifference> between(ServiceDraft before, ServiceDraft after) {
    Map<String, String> former = values(before);
    Map<String, String> latter = values(after);
    TreeSet<String> paths = new TreeSet<>(former.keySet());
    paths.addAll(latter.keySet());
    List<DesignDifference> found = new ArrayList<>();
    for (String path : paths) {
      String was = former.get(path);
      String is = latter.get(path);
      if (was == null || !was.equals(is)) {
        found.add(new DesignDifference(path, was, is));
      }
    }
    return List.copyOf(found);
  }

  private static Map<String, String> values(ServiceDraft draft) {
    Values values = new Values();
    values.put("name", draft.name());
    values.put("domain", draft.domain());
    values.put("process", draft.process());
    values.put("grantId", draft.grantId());
    values.put("mode", draft.mode());
    ServiceDraft.Source source = draft.source();
    values.put("source.node", source.node());
    values.put("source.dataSource", source.dataSource());
    values.put("source.table", source.schema() + "." + source.table());
    values.put("source.keyColumns", String.join(", ", source.keyColumns()));
    values.put("source.watermarkColumn", source.watermarkColumn());
    values.put("source.overlap", source.overlap());
    List<ServiceDraft.Target> targets = draft.allTargets();
    for (int i = 0; i < targets.size(); i++) {
      String path = i == 0 ? "target" : "targets[" + i + "]";
      ServiceDraft.Target target = targets.get(i);
      values.put(path + ".node", target.node());
      values.put(path + ".dataSource", target.dataSource());
      values.put(path + ".table", target.schema() + "." + target.table());
      values.put(path + ".keyColumns", String.join(", ", target.keyColumns()));
    }
    values.put("replaces", draft.replacing() ? true : null);
    values.put("lanes", draft.lanes() == null ? 1 : draft.lanes());
    for (ServiceDraft.Mapping line : draft.mapping()) {
      String column = "mapping[" + line.targetColumn() + "]";
      values.put(column, line.sourceColumn());
      values.put(column + ".steps", listed(line.steps()));
    }
    values.put("suite", draft.suite());
    values.put("filter", listed(draft.filter()));
    // The order of the columns is that of the rows on the wire, so a change of it is one.
    values.put(
        "mapping.order",
        String.join(
            ", ", draft.mapping().stream().map(ServiceDraft.Mapping::targetColumn).toList()));
    return values.byPath;
  }

  private static String listed(List<?> parts) {
    return parts == null || parts.isEmpty() ? null : JsonText.write(parts);
  }

  private static final class Values {
    private final Map<String, String> byPath = new TreeMap<>();

    void put(String path, Object value) {
      if (value != null) {
        byPath.put(path, value.toString());
      }
    }
  }
}
