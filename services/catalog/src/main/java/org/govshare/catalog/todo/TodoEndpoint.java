package org.govshare.catalog.todo;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.govshare.platform.identity.CurrentUser;

/** What waits for the caller. */
@Path("/api/catalog/v1/todo")
@Authenticated
class TodoEndpoint {

  private final TodoService todo;
  private final CurrentUser user;

  TodoEndpoint(TodoService todo, CurrentUser user) {
    this.todo = todo;
    this.user = user;
  }

  /** Counts per kind of work. */
  @GET
  public Uni<TodoView> read() {
    return todo.of(user.caller());
  }
}
