package org.govshare.lab.faults;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.govshare.lab.fixture.ExchangeBed;
import org.govshare.lab.fixture.Hurt;
import org.govshare.lab.fixture.Link;
import org.govshare.lab.fixture.Part;
import org.govshare.lab.fixture.Sabotage;
import org.govshare.protocol.control.Side;

/** Lets faults strike, and takes away what caused them as a supervisor or a network would. */
final class Injector {

  private static final long TAKE_OVER_MILLIS = 12_000;

  /** Longer than a lease of the campaign lasts. */
  private static final long FROZEN_MILLIS = 33_000;

  private static final long TOGETHER_MILLIS = 1_500;
  private static final long STEP_MILLIS = 20_000;
  private static final long FULL_DISK_MILLIS = 7_000;

  private final ExchangeBed bed;
  private final boolean takeOver;

  /**
   * An injector.
   *
   * @param takeOver whether a second process takes a frozen agent's place; not where commands come
   *     meanwhile, of which either process would hear only some
   */
  Injector(ExchangeBed bed, boolean takeOver) {
    this.bed = bed;
    this.takeOver = takeOver;
  }

  /**
   * Lets a fault strike and returns when its cause is gone.
   *
   * @param flowed grows with every frame that gets through
   * @param over whether nothing is left to be struck
   * @return whether it struck; a step of the engine may not come up
   */
  boolean strike(Fault fault, LongSupplier flowed, BooleanSupplier over) throws Exception {
    Thread.sleep(fault.delayMillis());
    switch (fault.blow()) {
      case Blow.Kill kill -> {
        bed.kill(kill.part());
        Thread.sleep(fault.downMillis());
        bed.restart(kill.part());
      }
      case Blow.Hurting hurting -> {
        bed.sabotage().link(hurting.link()).hurt(hurting.hurt());
        Thread.sleep(fault.downMillis());
        bed.sabotage().link(hurting.link()).hurt(Hurt.NONE);
      }
      case Blow.Cut cut -> bed.sabotage().link(cut.link()).cut();
      case Blow.CutAfterCommit cut -> {
        return bed.sabotage().link(Link.TARGET_DATABASE).cutAfterCommit(STEP_MILLIS);
      }
      case Blow.Zombie zombie -> zombie(zombie.side(), flowed, over);
      case Blow.LostJournal lost -> {
        bed.sabotage().loseJournal();
        Thread.sleep(fault.downMillis() / 4);
        bed.restart(Part.BROKER);
      }
      case Blow.FullDisk full -> {
        bed.sabotage().fillDisk();
        Thread.sleep(FULL_DISK_MILLIS + fault.downMillis() / 2);
        bed.sabotage().freeDisk();
      }
      case Blow.ClockJump jump -> {
        bed.sabotage().setClock(jump.side(), jump.seconds());
        Thread.sleep(2_000);
        bed.sabotage().setClock(jump.side(), 0);
      }
      case Blow.CentreAway away -> bed.centre().away(fault.downMillis());
      case Blow.KillCentre kill -> throw new IllegalArgumentException(kill.kind());
      case Blow.CentreAtStep atStep -> throw new IllegalArgumentException(atStep.kind());
      case Blow.PoisonRow poison -> throw new IllegalArgumentException(poison.kind());
      case Blow.SchemaChange change -> throw new IllegalArgumentException(change.kind());
      case Blow.AtStep atStep -> {
        return atStep(atStep, fault.downMillis(), over);
      }
    }
    return true;
  }

  /** Orders an agent's death before the run's commands are given, for steps that obey those. */
  void order(Blow.AtStep atStep) throws Exception {
    bed.sabotage().orderDeath(atStep.step().side(atStep.pass()), atStep.step().label(), 1);
  }

  /** Waits for a death that was ordered before, and starts the agent again. */
  boolean await(Blow.AtStep atStep, int downMillis, BooleanSupplier over) throws Exception {
    Side side = atStep.step().side(atStep.pass());
    long deadline = System.nanoTime() + STEP_MILLIS * 1_000_000;
    while (bed.sabotage().lives(side) && !over.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    if (bed.sabotage().takeBackOrder(side)) {
      return false;
    }
    // The order is gone, so the process is dying or dead.
    while (bed.sabotage().lives(side)) {
      Thread.sleep(5);
    }
    Thread.sleep(downMillis);
    bed.restart(side == Side.SOURCE ? Part.SOURCE_AGENT : Part.TARGET_AGENT);
    return true;
  }

  private boolean atStep(Blow.AtStep atStep, int downMillis, BooleanSupplier over)
      throws Exception {
    Step step = atStep.step();
    Side side = step.side(atStep.pass());
    bed.sabotage()
        .orderDeath(side, step.label(), step.when() == Step.When.FLOWING ? atStep.pass() : 1);
    if (step.when() == Step.When.OPENING) {
      // Without a break the channel is not opened again.
      bed.sabotage().link(Link.SOURCE_BROKER).cut();
    }
    return await(atStep, downMillis, over);
  }

  private void zombie(Side side, LongSupplier flowed, BooleanSupplier over) throws Exception {
    bed.sabotage().freeze(side);
    if (!takeOver) {
      Thread.sleep(FROZEN_MILLIS);
      bed.sabotage().thaw(side);
      return;
    }
    bed.centre().holdCommands(true);
    Sabotage.Standby standby = bed.sabotage().standby(side);
    long before = flowed.getAsLong();
    long deadline = System.nanoTime() + TAKE_OVER_MILLIS * 1_000_000;
    while (flowed.getAsLong() <= before && !over.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    bed.sabotage().thaw(side);
    Thread.sleep(TOGETHER_MILLIS);
    standby.kill();
    bed.centre().holdCommands(false);
  }
}
