package org.govshare.catalog.autosave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.govshare.catalog.schedule.ScheduledWork;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Forbidden;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Keeps for each person what they typed, for a while and up to a size. */
@Singleton
class AutosaveService implements ScheduledWork {

  static final int LIMIT_BYTES = 256 * 1024;
  static final int KEPT_AT_MOST = 100;
  static final Duration KEPT = Duration.ofDays(30);

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,49}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private final AutosaveRows rows;
  private final ObjectMapper json;
  private final Clock clock;

  AutosaveService(AutosaveRows rows, ObjectMapper json, Clock clock) {
    this.rows = rows;
    this.json = json;
    this.clock = clock;
  }

  Uni<AutosaveView> put(Caller caller, String form, String key, JsonNode content) {
    check(caller, form, key);
    if (!content.isObject()) {
      throw new Problem(400, "unreadable-json");
    }
    String written = written(content);
    int bytes = written.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LIMIT_BYTES) {
      throw new Problem(413, "autosave-too-large", LIMIT_BYTES / 1024);
    }
    AutosaveRows.Saved saved = new AutosaveRows.Saved(form, key, bytes, clock.instant(), written);
    return rows.put(caller.name(), saved, KEPT_AT_MOST).replaceWith(() -> view(saved, content));
  }

  Uni<AutosaveView> read(Caller caller, String form, String key) {
    check(caller, form, key);
    return rows.find(caller.name(), form, key)
        .map(
            found ->
                found
                    .map(saved -> view(saved, parsed(saved.content())))
                    .orElseThrow(() -> new NotFound("autosave-not-found", form, key)));
  }

  Uni<Page<AutosaveView>> list(Caller caller, PageRequest page) {
    checkPerson(caller);
    return rows.list(caller.name(), page).map(found -> found.map(saved -> view(saved, null)));
  }

  /** What is not there counts as deleted: a form may say so twice. */
  Uni<Void> delete(Caller caller, String form, String key) {
    check(caller, form, key);
    return rows.delete(caller.name(), form, key).replaceWithVoid();
  }

  @Override
  public Uni<Void> run() {
    return rows.prune(clock.instant().minus(KEPT));
  }

  private static void check(Caller caller, String form, String key) {
    checkPerson(caller);
    new InputChecks()
        .that(FORM.matcher(form).matches(), "form", "malformed", "resource")
        .that(KEY.matcher(key).matches(), "key", "malformed", "new-1")
        .done();
  }

  /** The three separated duties fill in no business form. */
  private static void checkPerson(Caller caller) {
    if (caller.hasRole(Roles.SEPARATED.toArray(String[]::new))) {
      throw new Forbidden("forbidden");
    }
  }

  private static AutosaveView view(AutosaveRows.Saved saved, JsonNode content) {
    return new AutosaveView(saved.form(), saved.key(), saved.bytes(), saved.savedAt(), content);
  }

  private String written(JsonNode content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode parsed(String content) {
    try {
      return json.readTree(content);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
