package org.govshare.platform.version;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Names the revision of what is answered as its entity tag. */
class VersionTagFilter {

  // Early, so that filters which look at an answer's headers find the tag there.
  @ServerResponseFilter(priority = 9_000)
  public void tag(ContainerResponseContext response) {
    if (response.getEntity() instanceof Versioned versioned) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, ExpectedVersion.tag(versioned.revision()));
    }
  }
}
