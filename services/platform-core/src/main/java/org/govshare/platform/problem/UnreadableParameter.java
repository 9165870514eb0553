package org.govshare.platform.problem;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** A parameter of an address has a value that is none of its kind. */
final class UnreadableParameter extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Longer values are not worth repeating to who sent them. */
  private static final int SHOWN = 60;

  private final String name;
  private final String value;
  private final String reason;
  private final transient List<Object> expected;

  /**
   * @param name its name, or {@code null} if the endpoint's method says nothing but its own name
   * @param reason key of the message
   * @param expected values set into the message before the value
   */
  UnreadableParameter(String name, String value, String reason, Object... expected) {
    super(reason, null, false, false);
    this.name = name;
    this.value = value;
    this.reason = reason;
    this.expected = List.of(expected);
  }

  /** The same as bad input, naming the parameter. */
  InvalidInput asInput(UriInfo address) {
    String field = name;
    if (field == null) {
      field = holding(address.getPathParameters());
    }
    if (field == null) {
      field = holding(address.getQueryParameters());
    }
    Object[] arguments = new Object[expected.size() + 1];
    for (int i = 0; i < expected.size(); i++) {
      arguments[i + 1] = expected.get(i);
    }
    arguments[0] = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    return new InvalidInput(field == null ? "path" : field, reason, arguments);
  }

  private String holding(MultivaluedMap<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(parameter -> parameter.getValue().contains(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
