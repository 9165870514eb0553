package org.govshare.catalog.proposal;

/** What became of a proposal. */
public enum ProposalState {
  /** 待处理. */
  OPEN,
  /** 已采纳: a draft was made of it. */
  ACCEPTED,
  /** 已忽略. */
  DISMISSED
}
