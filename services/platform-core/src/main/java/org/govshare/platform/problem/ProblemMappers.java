package org.govshare.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.govshare.platform.correlation.Correlation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of an endpoint into a problem; nothing of the inside leaves the service. */
@Singleton
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final ProblemResponses responses;
  private final MediaTypesAsked mediaTypes;

  ProblemMappers(ProblemResponses responses, MediaTypesAsked mediaTypes) {
    this.responses = responses;
    this.mediaTypes = mediaTypes;
  }

  @ServerExceptionMapper
  Response problem(Problem problem, HttpHeaders headers) {
    return responses.of(problem, headers);
  }

  @ServerExceptionMapper(priority = 1)
  Response unauthenticated(AuthenticationFailedException failure, HttpHeaders headers) {
    return responses.of(ProblemResponses.ofStatus(401), headers);
  }

  @ServerExceptionMapper(priority = 1)
  Response unauthorized(UnauthorizedException failure, HttpHeaders headers) {
    return responses.of(ProblemResponses.ofStatus(401), headers);
  }

  @ServerExceptionMapper(priority = 1)
  Response forbidden(ForbiddenException failure, HttpHeaders headers) {
    return responses.of(ProblemResponses.ofStatus(403), headers);
  }

  @ServerExceptionMapper(priority = 1)
  Response unreadable(JsonProcessingException failure, HttpHeaders headers) {
    return responses.of(unreadable(failure), headers);
  }

  // Named apart from its parent, because the framework brings a mapper of its own for it.
  @ServerExceptionMapper(priority = 1)
  Response mismatched(MismatchedInputException failure, HttpHeaders headers) {
    return responses.of(unreadable(failure), headers);
  }

  @ServerExceptionMapper(priority = 1)
  Response status(
      WebApplicationException failure, HttpHeaders headers, ContainerRequestContext request) {
    if (failure.getCause() instanceof JsonProcessingException unreadable) {
      return responses.of(unreadable(unreadable), headers);
    }
    if (failure.getCause() instanceof UnreadableParameter parameter) {
      return responses.of(parameter.asInput(request.getUriInfo()), headers);
    }
    int status = failure.getResponse().getStatus();
    if (status < 400) {
      return failure.getResponse();
    }
    if (status >= 500) {
      return unexpected(failure, headers);
    }
    if (status == 415) {
      String asked =
          mediaTypes.of(request.getMethod(), request.getUriInfo().getRequestUri().getPath());
      return responses.of(new Problem(415, "unsupported-media-type", asked), headers);
    }
    // An address whose parameter cannot be converted counts as not found; it is bad input to us.
    boolean unconvertible = status == 404 && failure.getCause() != null;
    return responses.of(ProblemResponses.ofStatus(unconvertible ? 400 : status), headers);
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure, HttpHeaders headers) {
    LOG.errorf(failure, "Request failed, correlation=%s", Correlation.current());
    return responses.of(ProblemResponses.ofStatus(500), headers);
  }

  private static Problem unreadable(JsonProcessingException failure) {
    if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      boolean unknown = mapping instanceof UnrecognizedPropertyException;
      return new InvalidInput(path(mapping), unknown ? "unknown-field" : "unreadable");
    }
    return new Problem(400, "unreadable-json");
  }

  private static String path(JsonMappingException failure) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
