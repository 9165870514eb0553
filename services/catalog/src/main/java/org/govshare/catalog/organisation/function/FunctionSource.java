package org.govshare.catalog.organisation.function;

/** Where a business function is laid down. */
public enum FunctionSource {
  /** 三定方案: the plan of duties, offices and posts. */
  STAFFING_PLAN,
  /** 权力清单: the list of powers. */
  POWER_LIST,
  /** 其他. */
  OTHER
}
