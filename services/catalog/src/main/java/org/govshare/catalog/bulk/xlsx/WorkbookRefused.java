package org.govshare.catalog.bulk.xlsx;

import org.govshare.platform.problem.Problem;

/** The bytes are no workbook that can be read here; the code says why (400). */
public class WorkbookRefused extends Problem {

  private static final long serialVersionUID = 1L;

  /** Refuses for the reason that the code names. */
  public WorkbookRefused(String code, Object... arguments) {
    super(400, code, arguments);
  }
}
