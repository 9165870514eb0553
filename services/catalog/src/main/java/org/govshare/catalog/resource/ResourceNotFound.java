package org.govshare.catalog.resource;

import java.util.UUID;
import org.govshare.platform.problem.NotFound;

/** There is no such resource, or it is another department's and not published (404). */
public class ResourceNotFound extends NotFound {

  private static final long serialVersionUID = 1L;

  /**
   * @param id what was asked for
   */
  public ResourceNotFound(UUID id) {
    super("resource-not-found", id);
  }
}
