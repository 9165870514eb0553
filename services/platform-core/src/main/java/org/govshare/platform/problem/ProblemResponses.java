package org.govshare.platform.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.govshare.platform.correlation.Correlation;

/** Writes a problem in the caller's language. */
@Singleton
public class ProblemResponses {

  static final String MEDIA_TYPE = "application/problem+json";
  static final String TYPE_PREFIX = "urn:govshare:problem:";

  private final ProblemTexts texts;

  ProblemResponses(ProblemTexts texts) {
    this.texts = texts;
  }

  /** The answer that tells a caller of it. */
  public Response of(Problem problem, HttpHeaders headers) {
    Locale language = texts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    String title = texts.text(language, problem.code() + ".title", problem.arguments());
    ProblemView view =
        new ProblemView(
            TYPE_PREFIX + problem.code(),
            title == null ? problem.code() : title,
            problem.status(),
            texts.text(language, problem.code() + ".detail", problem.arguments()),
            Correlation.current(),
            problem.errors().stream().map(error -> fault(language, error)).toList(),
            problem.extensions());
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
            .entity(view);
    if (problem.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  private ProblemView.Fault fault(Locale language, FieldError error) {
    String message = texts.text(language, "field." + error.reason(), error.arguments());
    return new ProblemView.Fault(
        error.field(), error.row(), message == null ? error.reason() : message);
  }

  /** The problem that says what a bare HTTP status means. */
  static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> new Problem(401, "unauthenticated");
      case 403 -> new Forbidden("forbidden");
      case 404 -> new NotFound("not-found");
      case 405 -> new Problem(405, "method-not-allowed");
      case 406 -> new Problem(406, "not-acceptable");
      case 413 -> new Problem(413, "too-large");
      case 400 -> new Problem(400, "bad-request", List.of(), List.of());
      default ->
          status >= 400 && status < 500
              ? new Problem(status, "bad-request")
              : new Problem(500, "unexpected");
    };
  }
}
