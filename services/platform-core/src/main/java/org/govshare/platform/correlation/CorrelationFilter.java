package org.govshare.platform.correlation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Takes the correlation identifier from a request, or makes one, and gives it back. */
class CorrelationFilter {

  @ServerRequestFilter(preMatching = true, priority = 0)
  public void begin(ContainerRequestContext request) {
    Correlation.begin(request.getHeaderString(Correlation.HEADER));
  }

  @ServerResponseFilter
  public void answer(ContainerResponseContext response) {
    String correlation = Correlation.current();
    if (correlation != null) {
      response.getHeaders().putSingle(Correlation.HEADER, correlation);
    }
  }
}
