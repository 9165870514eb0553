package org.govshare.catalog.department;

/** Whether a department still acts. */
public enum DepartmentState {
  /** It compiles, publishes and asks. */
  ACTIVE,
  /** It does nothing new; what it has published stays. */
  ABOLISHED
}
