package org.govshare.catalog.proposal;

/** How the table was described. */
public enum ProposalOrigin {
  /** By the statements that create it. */
  DDL,
  /** By the inventory of the department's node. */
  INVENTORY
}
