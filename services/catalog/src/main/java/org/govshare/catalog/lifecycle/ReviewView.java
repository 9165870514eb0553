package org.govshare.catalog.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.govshare.catalog.resource.ResourceView;
import org.govshare.platform.version.Versioned;

/**
 * What somebody needs to decide on a resource.
 *
 * @param resource the resource
 * @param difference from the version before, absent for a first version
 * @param lastReturn when and why it was last sent back, with its remarks; absent if it never was
 * @param steps every step there is, and why the caller cannot take it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(
    ResourceView resource,
    DifferenceView difference,
    TransitionView lastReturn,
    List<PossibleStep> steps)
    implements Versioned {

  @Override
  public long revision() {
    return resource.revision();
  }
}
