package org.govshare.catalog.bulk.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.catalog.bulk.template.ColumnGroup;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.resource.ResourceChecks;
import org.govshare.catalog.resource.ResourceInput;
import org.govshare.platform.problem.FieldError;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/** Runs the rules that every resource obeys, and finds the cell for each fault. */
final class FieldFaults {

  private static final Pattern ITEM = Pattern.compile("items\\[(\\d+)\\]\\.(.+)");
  private static final Pattern INDEX = Pattern.compile("\\[\\d+\\]$");
  private static final Map<String, TemplateColumn> OF_RESOURCE = new HashMap<>();
  private static final Map<String, TemplateColumn> OF_ITEM = new HashMap<>();

  static {
    for (TemplateColumn column : TemplateColumn.values()) {
      if (column.group() == ColumnGroup.RESOURCE) {
        OF_RESOURCE.put(column.field(), column);
      } else {
        OF_ITEM.put(column.field(), column);
        OF_RESOURCE.putIfAbsent(column.field(), column);
      }
    }
    OF_RESOURCE.put("sourceSchema", TemplateColumn.SOURCE_TABLE);
    OF_RESOURCE.put("items", TemplateColumn.ITEM_NAME);
  }

  private final ResourceChecks checks;

  FieldFaults(ResourceChecks checks) {
    this.checks = checks;
  }

  void check(ResourceInput input, RawResource raw, ResourceFaults faults) {
    InputChecks gathered = new InputChecks();
    checks.check(input, gathered);
    if (gathered.passed()) {
      return;
    }
    try {
      gathered.done();
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(error -> add(error, raw, faults));
    }
  }

  private static void add(FieldError error, RawResource raw, ResourceFaults faults) {
    Object[] arguments = error.arguments().toArray();
    Matcher item = ITEM.matcher(error.field());
    if (item.matches()) {
      int index = Integer.parseInt(item.group(1));
      TemplateColumn column = OF_ITEM.getOrDefault(item.group(2), TemplateColumn.ITEM_NAME);
      faults.add(raw.items().get(index), column, error.reason(), arguments);
      return;
    }
    String field = INDEX.matcher(error.field()).replaceFirst("");
    TemplateColumn column = OF_RESOURCE.getOrDefault(field, TemplateColumn.NAME);
    List<RawItem> items = raw.items();
    if (column.group() != ColumnGroup.RESOURCE && !items.isEmpty()) {
      faults.add(
          items.get(field.equals("items") ? items.size() - 1 : 0),
          column,
          error.reason(),
          arguments);
    } else {
      faults.add(column, error.reason(), arguments);
    }
  }
}
