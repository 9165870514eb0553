package org.govshare.catalog.evaluation;

/** Where an evaluation stands. */
public enum EvaluationState {
  /** Nothing is computed yet. */
  DRAFT,
  /** Computed; the departments may state their view, and it may be computed again. */
  COMPUTED,
  /** Seen by everybody; never changes again. */
  PUBLISHED
}
