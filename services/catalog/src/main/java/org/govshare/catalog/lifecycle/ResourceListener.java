package org.govshare.catalog.lifecycle;

import io.smallrye.mutiny.Uni;

/**
 * Is told of every step of a resource's way. All implementations are called one after another, in
 * the transaction of the step and after its trail is written: what they write goes in with the step
 * or not at all, and a failure of theirs undoes it. They must not wait for anything outside the
 * database.
 */
public interface ResourceListener {

  /**
   * Resources have moved. Read only those of them that are of interest; there may be a thousand.
   */
  Uni<Void> moved(ResourceMoved event);

  /**
   * Whether it is to be told at present of what imports take over as published. That comes after
   * the resources are committed, with {@link TransitionAction#TAKE_OVER}, and may be thousands.
   */
  default Uni<Boolean> hearsOfTakeOver() {
    return Uni.createFrom().item(false);
  }
}
