package org.govshare.platform.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A failure that the caller can understand and act on. The status and the stable code sit on the
 * exception; its wording is looked up by code in the language the caller accepts: {@code
 * <code>.title} and {@code <code>.detail} in {@code
 * META-INF/govshare/problems_<language>.properties} of any module on the class path.
 */
public class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final Pattern MEMBER = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Set<String> OWN_MEMBERS =
      Set.of("type", "title", "status", "detail", "instance", "correlation", "errors");

  private final int status;
  private final String code;
  private final transient List<Object> arguments;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> extensions = new LinkedHashMap<>();

  /**
   * @param status HTTP status, 400 to 599
   * @param code stable kebab-case code, part of the problem's type
   * @param arguments values set into the title and the detail
   * @param errors faults in single fields, empty if the failure has none
   */
  public Problem(int status, String code, List<Object> arguments, List<FieldError> errors) {
    super(code + " " + arguments, null, false, false);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("A problem's status is 400 to 599, not " + status);
    }
    if (!CODE.matcher(Objects.requireNonNull(code, "code")).matches()) {
      throw new IllegalArgumentException("A problem's code is kebab-case, not " + code);
    }
    this.status = status;
    this.code = code;
    this.arguments = List.copyOf(arguments);
    this.errors = List.copyOf(errors);
  }

  /** A problem without faults in single fields. */
  public Problem(int status, String code, Object... arguments) {
    this(status, code, List.of(arguments), List.of());
  }

  /**
   * Adds an extension member (RFC 9457, section 3.2) that says more to a program.
   *
   * @param name camel case, none of the members that every problem has
   * @param value what becomes its JSON
   * @return this problem
   */
  public final Problem with(String name, Object value) {
    if (!MEMBER.matcher(name).matches() || OWN_MEMBERS.contains(name)) {
      throw new IllegalArgumentException("Not a name of an extension member: " + name);
    }
    extensions.put(name, Objects.requireNonNull(value, name));
    return this;
  }

  /** HTTP status, 400 to 599. */
  public final int status() {
    return status;
  }

  /** Stable code; the problem's type is {@code urn:govshare:problem:<code>}. */
  public final String code() {
    return code;
  }

  /** Values set into the title and the detail. */
  public final List<Object> arguments() {
    return arguments;
  }

  /** Faults in single fields, empty if there are none. */
  public final List<FieldError> errors() {
    return errors;
  }

  /** Extension members by name, empty if there are none. */
  public final Map<String, Object> extensions() {
    return Collections.unmodifiableMap(extensions);
  }
}
