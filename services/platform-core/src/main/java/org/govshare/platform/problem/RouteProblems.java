package org.govshare.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** Tells a caller of a problem that is found before any endpoint is. */
@Singleton
public class RouteProblems {

  private final ProblemTexts texts;
  private final ObjectMapper json;

  RouteProblems(ProblemTexts texts, ObjectMapper json) {
    this.texts = texts;
    this.json = json;
  }

  /** Ends the answer with a problem without faults in single fields. */
  public Future<Void> end(RoutingContext context, Problem problem) {
    Locale language = texts.language(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    ProblemView view =
        new ProblemView(
            ProblemResponses.TYPE_PREFIX + problem.code(),
            texts.text(language, problem.code() + ".title", problem.arguments()),
            problem.status(),
            texts.text(language, problem.code() + ".detail", problem.arguments()),
            null,
            List.of(),
            problem.extensions());
    return context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemResponses.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
        .end(Buffer.buffer(written(view)));
  }

  private byte[] written(ProblemView view) {
    try {
      return json.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
