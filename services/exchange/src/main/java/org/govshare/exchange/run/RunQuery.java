package org.govshare.exchange.run;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** What an address asks of the history of runs; what is absent or empty does not limit it. */
class RunQuery {

  /** A service. */
  @QueryParam("service")
  public UUID service;

  /** Where they stand. */
  @QueryParam("state")
  public String state;

  /** What made them start. */
  @QueryParam("cause")
  public String cause;

  /** What they transfer. */
  @QueryParam("mode")
  public String mode;

  /** Code of the domain that their service belongs to. */
  @QueryParam("domain")
  public String domain;

  /** Code of a department at either end. */
  @QueryParam("department")
  public String department;

  /** Code of a node at an end of one of their channels. */
  @QueryParam("node")
  public String node;

  /** Code of why they failed or stopped. */
  @QueryParam("reason")
  public String reason;

  /** First time at which they began, with offset. */
  @QueryParam("from")
  public String from;

  /** First time that is too late, with offset. */
  @QueryParam("to")
  public String to;

  /** {@code -started} (usual), {@code started}, {@code -ended} or {@code ended}. */
  @QueryParam("sort")
  public String sort;
}
