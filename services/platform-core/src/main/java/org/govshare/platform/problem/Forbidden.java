package org.govshare.platform.problem;

/** The caller is known, but may not do this (403). */
public class Forbidden extends Problem {

  private static final long serialVersionUID = 1L;

  /**
   * @param code stable kebab-case code
   * @param arguments values set into the title and the detail
   */
  public Forbidden(String code, Object... arguments) {
    super(403, code, arguments);
  }
}
