package org.govshare.platform.problem;

/** What was asked for does not exist, or the caller may not know that it does (404). */
public class NotFound extends Problem {

  private static final long serialVersionUID = 1L;

  /**
   * @param code stable kebab-case code
   * @param arguments values set into the title and the detail
   */
  public NotFound(String code, Object... arguments) {
    super(404, code, arguments);
  }
}
