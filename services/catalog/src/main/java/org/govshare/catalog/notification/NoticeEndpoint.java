package org.govshare.catalog.notification;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.jboss.resteasy.reactive.RestPath;

/** The caller's notices. */
@Path("/api/catalog/v1/notices")
@Authenticated
class NoticeEndpoint {

  private final NoticeService notices;
  private final ProblemTexts languages;
  private final CurrentUser user;

  NoticeEndpoint(NoticeService notices, ProblemTexts languages, CurrentUser user) {
    this.notices = notices;
    this.languages = languages;
    this.user = user;
  }

  /**
   * A page of the caller's notices, the latest first.
   *
   * @param unread whether those already read are left out
   */
  @GET
  public Uni<Page<NoticeView>> list(
      @QueryParam("unread") @DefaultValue("false") boolean unread,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return notices.list(
        user.caller(), unread, languages.language(language), PageRequest.of(page, size));
  }

  /** How many the caller has not read. */
  @GET
  @Path("unread-count")
  public Uni<NoticeCount> countUnread() {
    return notices.countUnread(user.caller());
  }

  /** Marks one as read; a second time changes nothing. */
  @POST
  @Path("{id}/reading")
  public Uni<Void> read(@RestPath UUID id) {
    return notices.read(user.caller(), id);
  }

  /** Marks all as read and says how many they were. */
  @POST
  @Path("reading")
  public Uni<NoticeCount> readAll() {
    return notices.readAll(user.caller());
  }
}
