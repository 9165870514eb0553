package org.govshare.catalog.lifecycle;

/** A step of a resource’s way. */
public enum TransitionAction {
  /** The editor hands it to the department’s reviewer. */
  SUBMIT,
  /** The reviewer passes it. */
  PASS,
  /** The reviewer or the publisher sends it back. */
  RETURN,
  /** The publisher enters it into the catalogue. */
  PUBLISH,
  /** It is taken out of the catalogue. */
  WITHDRAW,
  /** A later version has taken its place. */
  SUPERSEDE,
  /** Its editor throws the draft away, or an import is undone; the trail stays. */
  DELETE,
  /** An import brought it as a draft. */
  IMPORT,
  /** An import took it over from an approved catalogue; the remark names the approval. */
  TAKE_OVER
}
