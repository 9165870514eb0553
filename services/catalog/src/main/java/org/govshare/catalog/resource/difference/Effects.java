package org.govshare.catalog.resource.difference;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a change of one field means to those who use the resource. */
final class Effects {

  private static final List<String> SHARING_BY_STRICTNESS =
      List.of("UNCONDITIONAL", "CONDITIONAL", "NOT_SHARED");
  private static final List<String> OPENNESS_BY_STRICTNESS =
      List.of("OPEN", "ON_REQUEST", "CLOSED");

  /** Types that hold every value of another. */
  private static final Map<String, Set<String>> WIDER =
      Map.of(
          "I", Set.of("N", "B"),
          "F", Set.of("B"),
          "Y", Set.of("N"),
          "D", Set.of("T"),
          "C", Set.of("M"));

  private Effects() {}

  /** The effect of a change in the resource itself, {@code null} if none in particular. */
  static Effect ofResource(String field, Object before, Object after) {
    return switch (field) {
      case "name" -> Effect.RENAMED;
      case "sourceSchema", "sourceTable" -> before == null ? null : Effect.SOURCE_CHANGED;
      default -> ofEither(field, before, after);
    };
  }

  /** The effect of a change in an item, {@code null} if none in particular. */
  static Effect ofItem(String field, Object before, Object after) {
    return switch (field) {
      case "name" -> Effect.RENAMED;
      case "fieldName" -> before == null ? null : Effect.FIELD_RENAMED;
      case "dataType" ->
          WIDER.getOrDefault((String) before, Set.of()).contains(after)
              ? Effect.TYPE_WIDENED
              : Effect.TYPE_CHANGED;
      case "length" -> shorter(before, after) ? Effect.SHORTENED : Effect.LENGTHENED;
      default -> ofEither(field, before, after);
    };
  }

  private static Effect ofEither(String field, Object before, Object after) {
    return switch (field) {
      case "sharingType" ->
          SHARING_BY_STRICTNESS.indexOf(after) > SHARING_BY_STRICTNESS.indexOf(before)
              ? Effect.SHARING_TIGHTENED
              : Effect.SHARING_LOOSENED;
      case "openType" ->
          OPENNESS_BY_STRICTNESS.indexOf(after) > OPENNESS_BY_STRICTNESS.indexOf(before)
              ? Effect.CLOSED
              : Effect.OPENED;
      default -> null;
    };
  }

  /** An absent length is room without end. */
  private static boolean shorter(Object before, Object after) {
    return after != null
        && (before == null || ((Number) after).longValue() < ((Number) before).longValue());
  }
}
