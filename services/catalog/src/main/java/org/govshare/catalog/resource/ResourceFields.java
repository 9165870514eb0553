package org.govshare.catalog.resource;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a resource and of its items, by the names that their JSON has. */
public final class ResourceFields {

  private static final Pattern OF_ITEM = Pattern.compile("items\\[(.*)](?:\\.([A-Za-z]+))?");
  private static final Pattern POSITION = Pattern.compile("\\d{1,4}");

  // The one field whose name in JSON is no name in Java.
  private static final String SUMMARY = "summary";
  private static final String ABSTRACT = "abstract";

  private static final List<String> OF_RESOURCE =
      Stream.of(
              names(ResourceInput.class, ""),
              names(Contact.class, "contact."),
              names(Census.class, "census."))
          .flatMap(List::stream)
          .toList();

  private static final List<String> OF_ITEMS = names(ItemInput.class, "");

  private ResourceFields() {}

  private static List<String> names(Class<? extends Record> type, String before) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> before + (name.equals(SUMMARY) ? ABSTRACT : name))
        .toList();
  }

  /**
   * Whether a resource has a field.
   *
   * @param field for example {@code abstract}, {@code census.storageGb}, {@code items[uscc]} or
   *     {@code items[uscc].length}: an item is named by its column, its name or its position from 0
   * @param items those of the resource
   */
  public static boolean has(String field, List<DataItem> items) {
    Matcher item = OF_ITEM.matcher(field);
    if (!item.matches()) {
      return OF_RESOURCE.contains(field);
    }
    return (item.group(2) == null || OF_ITEMS.contains(item.group(2)))
        && isThere(item.group(1), items);
  }

  private static boolean isThere(String key, List<DataItem> items) {
    return items.stream().anyMatch(item -> key.equals(item.fieldName()) || key.equals(item.name()))
        || (POSITION.matcher(key).matches() && Integer.parseInt(key) < items.size());
  }

  /** All fields, in words for whoever named another one. */
  public static String all() {
    return Stream.concat(OF_RESOURCE.stream(), OF_ITEMS.stream().map(name -> "items[…]." + name))
        .collect(Collectors.joining(", "));
  }
}
