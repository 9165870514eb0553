package org.govshare.platform.problem;

/** The request does not fit the present state; the detail says what to do first (409). */
public class Conflict extends Problem {

  private static final long serialVersionUID = 1L;

  /**
   * @param code stable kebab-case code
   * @param arguments values set into the title and the detail
   */
  public Conflict(String code, Object... arguments) {
    super(409, code, arguments);
  }
}
