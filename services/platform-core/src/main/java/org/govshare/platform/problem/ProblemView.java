package org.govshare.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * A problem as the caller sees it, after RFC 9457.
 *
 * @param type stable, {@code urn:govshare:problem:<code>}
 * @param title what went wrong, in the caller's language
 * @param status HTTP status
 * @param detail what to do about it, in the caller's language
 * @param correlation identifier under which the logs hold this request
 * @param errors faults in single fields
 * @param extensions further members, each beside the others
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
    String type,
    String title,
    int status,
    String detail,
    String correlation,
    List<Fault> errors,
    @JsonAnyGetter Map<String, Object> extensions) {

  /** A fault in one field. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Fault(String field, Integer row, String message) {}
}
