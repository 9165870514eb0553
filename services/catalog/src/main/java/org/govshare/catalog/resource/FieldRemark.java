package org.govshare.catalog.resource;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.problem.InputChecks;

/**
 * What a reviewer or publisher says about one field of a resource that is sent back.
 *
 * @param field name as in the JSON of the resource, for example {@code abstract} or {@code
 *     items[2].length}, at most 200 characters; an item is named by its column, its name or its
 *     position from 0
 * @param remark what is to be mended, at most 500 characters
 */
@RegisterForReflection
public record FieldRemark(String field, String remark) {

  /** Adds what is wrong with it to the faults found so far. */
  public void check(InputChecks checks, String at) {
    checks.text(at + "field", field, 200).text(at + "remark", remark, 500);
  }
}
