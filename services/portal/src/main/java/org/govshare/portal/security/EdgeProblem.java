package org.govshare.portal.security;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** The problems (RFC 9457) that the portal itself answers with, before any service is asked. */
public enum EdgeProblem {
  /** No session, or one that has ended. */
  SIGN_IN_REQUIRED(
      401,
      "需要登录",
      "会话不存在或已结束，请重新登录。",
      "Sign-in required",
      "Your session has ended; sign in again."),
  /** An unsafe request that did not come from the portal's own pages. */
  FOREIGN_REQUEST(
      403,
      "请求来源不被接受",
      "修改数据的请求只能由本平台的页面发出。请刷新页面后重试。",
      "Request not accepted",
      "Requests that change data must come from the platform's own pages; reload and try again."),
  /** Nothing lives at this address. */
  NO_SUCH_ADDRESS(404, "地址不存在", "请检查地址。", "No such address", "Check the address."),
  /** The service behind the portal gave no answer. */
  SERVICE_UNAVAILABLE(
      503,
      "服务暂时不可用",
      "后台服务没有应答，请稍后重试；如仍不可用，请联系省信息资源管理中心。",
      "Service unavailable",
      "The service behind this page gave no answer; try again shortly.");

  /** The media type of {@link #document}. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private final int status;
  private final String titleZh;
  private final String detailZh;
  private final String titleEn;
  private final String detailEn;

  EdgeProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
    this.status = status;
    this.titleZh = titleZh;
    this.detailZh = detailZh;
    this.titleEn = titleEn;
    this.detailEn = detailEn;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /**
   * The problem document in the language the request asks for, Chinese unless English comes first.
   */
  public JsonObject document(HttpServerRequest request) {
    String languages = request.getHeader("Accept-Language");
    boolean english = languages != null && languages.toLowerCase(Locale.ROOT).startsWith("en");
    return new JsonObject()
        .put("type", "urn:govshare:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("title", english ? titleEn : titleZh)
        .put("status", status)
        .put("detail", english ? detailEn : detailZh)
        .put("correlation", Correlation.of(request));
  }

  /** Ends the response with this problem. */
  public void write(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    response
        .setStatusCode(status)
        .putHeader("Content-Type", MEDIA_TYPE)
        .putHeader("Cache-Control", "no-store")
        .end(document(request).toBuffer());
  }
}
