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

  private ResourceNotFound(String code, InformationResource resource) {
    super(code, resource.name(), resource.identifier(), resource.version());
  }

  /** Of a resource that a caller may not see: that it once was published is no secret. */
  static ResourceNotFound of(InformationResource resource) {
    return switch (resource.state()) {
      case SUPERSEDED -> new ResourceNotFound("resource-superseded", resource);
      case WITHDRAWN -> new ResourceNotFound("resource-withdrawn", resource);
      default -> new ResourceNotFound(resource.id());
    };
  }
}
