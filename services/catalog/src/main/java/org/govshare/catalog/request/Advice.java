package org.govshare.catalog.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.department.DepartmentView;

/**
 * Something that who asks for an item, and who decides on it, should know.
 *
 * @param kind what it says
 * @param itemId item asked for
 * @param itemName its name
 * @param department department to ask instead
 * @param resourceId published resource there, may be absent
 * @param resourceName its name, may be absent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Advice(
    Kind kind,
    UUID itemId,
    String itemName,
    DepartmentView department,
    UUID resourceId,
    String resourceName) {

  /** What an advice says. */
  @Schema(name = "AdviceKind")
  public enum Kind {
    /** 一数一源: another department is the authoritative source of this item. */
    NOT_AUTHORITATIVE
  }
}
