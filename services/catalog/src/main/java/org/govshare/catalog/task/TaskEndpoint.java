package org.govshare.catalog.task;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.govshare.catalog.calendar.Step;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestPath;

/** Tasks that wait for those who may take them. */
@Path("/api/catalog/v1/todo/tasks")
@Authenticated
class TaskEndpoint {

  private final TaskService tasks;
  private final BulkHandOverService handOvers;
  private final ProblemTexts texts;
  private final CurrentUser user;

  TaskEndpoint(
      TaskService tasks, BulkHandOverService handOvers, ProblemTexts texts, CurrentUser user) {
    this.tasks = tasks;
    this.handOvers = handOvers;
    this.texts = texts;
    this.user = user;
  }

  /**
   * A page of the tasks that the caller's roles may take, the first due first.
   *
   * @param kind of this kind alone
   * @param assigned whose; all if absent
   * @param overdue those that are, or are not, overdue
   * @param paused those whose clock does not run at present, instead of the others
   */
  @GET
  public Uni<Page<TaskView>> list(
      @QueryParam("kind") Step kind,
      @QueryParam("assigned") TaskAssigned assigned,
      @QueryParam("overdue") Boolean overdue,
      @QueryParam("paused") boolean paused,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return tasks.list(
        user.caller(), new TaskFilter(kind, assigned, overdue, paused), PageRequest.of(page, size));
  }

  /** One task. */
  @GET
  @Path("{id}")
  public Uni<TaskView> read(@RestPath UUID id) {
    return tasks.read(user.caller(), id);
  }

  /** To whom it was handed, the first time first. */
  @GET
  @Path("{id}/history")
  public Uni<Page<TaskAssignmentView>> history(
      @RestPath UUID id, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return tasks.history(user.caller(), id, PageRequest.of(page, size));
  }

  /** Hands it to a colleague, or takes it. */
  @POST
  @Path("{id}/assignment")
  public Uni<TaskView> handOver(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, HandOver handOver) {
    return tasks.handOver(
        user.caller(), id, ExpectedVersion.of(ifMatch), InputChecks.body(handOver));
  }

  /**
   * Hands several tasks to one colleague, or all that are meant for the caller, and says what
   * became of each.
   */
  @POST
  @Path("assignments")
  public Uni<BulkHandOverResult> handOverAll(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, BulkHandOver input) {
    return handOvers.handOver(user.caller(), InputChecks.body(input), texts.language(language));
  }

  /** Gives it back to all who may take it. */
  @DELETE
  @Path("{id}/assignment")
  public Uni<TaskView> giveBack(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return tasks.giveBack(user.caller(), id, ExpectedVersion.of(ifMatch));
  }
}
