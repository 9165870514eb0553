package org.govshare.catalog.resource.difference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a resource says, in a form in which two of them can be compared: names of fields as in its
 * JSON, nested ones joined with a dot, without those that say nothing, and equal numbers equal.
 *
 * @param fields fields of the resource itself
 * @param items its items in order
 */
public record Contents(Map<String, Object> fields, List<Item> items) {

  private static final String ITEMS = "items";

  /** Keeps copies. */
  public Contents {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    items = List.copyOf(items);
  }

  /**
   * One item.
   *
   * @param id its identity, {@code null} if it has none yet
   * @param fields its fields
   */
  public record Item(UUID id, Map<String, Object> fields) {

    /** Keeps a copy. */
    public Item {
      fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    String name() {
      return (String) fields.get("name");
    }

    String fieldName() {
      return (String) fields.get("fieldName");
    }
  }

  /**
   * The contents of a resource out of its JSON.
   *
   * @param json the resource; what is not among the fields is left out
   * @param fieldNames fields of a resource that an editor writes
   * @param itemFieldNames fields of an item that an editor writes
   */
  public static Contents of(
      Map<String, Object> json, Collection<String> fieldNames, Collection<String> itemFieldNames) {
    Map<String, Object> fields = new TreeMap<>();
    fieldNames.stream()
        .filter(field -> !field.equals(ITEMS))
        .forEach(field -> put(fields, field, json.get(field)));
    List<Item> items = new ArrayList<>();
    for (Object each : (List<?>) json.getOrDefault(ITEMS, List.of())) {
      Map<?, ?> item = (Map<?, ?>) each;
      Map<String, Object> itemFields = new TreeMap<>();
      itemFieldNames.forEach(field -> put(itemFields, field, item.get(field)));
      Object id = item.get("id");
      items.add(new Item(id == null ? null : UUID.fromString(id.toString()), itemFields));
    }
    return new Contents(fields, items);
  }

  private static void put(Map<String, Object> into, String field, Object value) {
    if (value instanceof Map<?, ?> nested) {
      nested.forEach((name, part) -> put(into, field + "." + name, part));
    } else if (value instanceof Number number) {
      into.put(field, canonical(number));
    } else if (!saysNothing(value)) {
      into.put(field, value);
    }
  }

  private static boolean saysNothing(Object value) {
    return value == null
        || (value instanceof String text && text.isBlank())
        || (value instanceof List<?> list && list.isEmpty());
  }

  private static Number canonical(Number number) {
    BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
    return exact.scale() <= 0 && exact.toBigInteger().bitLength() < Long.SIZE
        ? (Number) exact.longValueExact()
        : exact.scale() <= 0 ? new BigInteger(exact.toPlainString()) : exact;
  }
}
