package org.govshare.catalog.lifecycle;

import java.util.List;
import org.govshare.catalog.resource.FieldRemark;
import org.govshare.platform.identity.Caller;

/**
 * A step that somebody takes with one resource or with many.
 *
 * @param action which
 * @param caller who takes it
 * @param remark why, or {@code null}
 * @param remarks on single fields, for what is sent back
 */
public record Step(
    TransitionAction action, Caller caller, String remark, List<FieldRemark> remarks) {

  /** A step without remarks on single fields. */
  public Step(TransitionAction action, Caller caller, String remark) {
    this(action, caller, remark, List.of());
  }
}
