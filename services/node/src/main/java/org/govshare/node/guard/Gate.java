package org.govshare.node.guard;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.govshare.node.database.DataSource;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.state.OutgoingJournal;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.StartRun;

/**
 * Where a logical node's own department decides what may leave. Each frame passes it: when a hold
 * has been put on, no frame that it is on is sent any more. May be used from several threads.
 */
public final class Gate {
  private final Map<String, DataSource> dataSources;
  private final Clock clock;
  private final Holds holds;
  private final Approvals approvals;
  private final WaitingRuns waiting;
  private final OutgoingJournal journal;
  private final ReadWriteLock passing = new ReentrantReadWriteLock();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Object signal = new Object();
  private volatile long decisions;

  /**
   * The gate of a node, as it was left.
   *
   * @throws IOException if what the department decided cannot be read; nothing may leave then
   */
  public Gate(SessionContext context, Map<String, DataSource> dataSources) throws IOException {
    this.dataSources = dataSources;
    this.clock = context.clock();
    this.holds = new Holds(context.disk().decisions("holds"));
    this.approvals =
        new Approvals(context.node(), context.disk().decisions("approvals"), context.keys());
    this.waiting = new WaitingRuns(context.disk().decisions("waiting"));
    this.journal = context.disk().outgoing();
  }

  // ---- runs

  /** A run that is about to send. */
  public Departure departure(StartRun command) {
    return new Departure(this, journal, clock, command);
  }

  /**
   * Until when a run may send.
   *
   * @throws Withheld if it may not
   */
  Instant admit(StartRun command) throws IOException {
    for (Hold hold : holds.all()) {
      if (hold.on(command)) {
        throw new Withheld(
            Withheld.HELD,
            hold.note().isEmpty()
                ? "the provider holds " + hold.what()
                : "the provider holds " + hold.what() + ": " + hold.note());
      }
    }
    DataSource source = dataSources.get(command.dataSource());
    return source != null && source.approvalRequired()
        ? approvals.require(Subject.of(command), clock.instant())
        : Instant.MAX;
  }

  /** Why a run may not send, or null if it may. */
  public Withheld check(StartRun command) throws IOException {
    try {
      admit(command);
      return null;
    } catch (Withheld withheld) {
      return withheld;
    }
  }

  /**
   * Refuses to sum a table that is held, or of which this may not leave.
   *
   * @throws RunFailure if so
   */
  public void requireOpen(ComputeDigest digest) throws IOException {
    requireOpen(digest.schema(), digest.table());
    DataSource source = dataSources.get(digest.dataSource());
    if (source != null && source.approvalRequired() && !approvals.opens(digest, clock.instant())) {
      throw new RunFailure(
          Withheld.MISSING, "no approval covers what would be summed at " + source.code());
    }
  }

  /**
   * Refuses to read a table that is held.
   *
   * @throws RunFailure if so
   */
  public void requireOpen(String schema, String table) {
    if (holds.all().stream().anyMatch(hold -> hold.onTable(schema, table))) {
      throw new RunFailure(Withheld.HELD, "the provider holds table " + schema + "." + table);
    }
  }

  /** A run stands by; the centre is told. */
  public void standsBy(StartRun command, Withheld why) throws IOException {
    waiting.add(new Waiting(command, why.reason(), why.getMessage(), clock.instant()));
    signal();
  }

  /** A channel's run is over. */
  public void forget(UUID channel) throws IOException {
    if (waiting.has(channel)) {
      waiting.forget(channel);
    }
  }

  /** The centre knows that a channel may go on. */
  public void released(Waiting released) throws IOException {
    waiting.forget(released);
  }

  /** Whether a channel stands by. */
  public boolean waits(UUID channel) {
    return waiting.has(channel);
  }

  /** All channels that stand by, those that have waited longest first. */
  public List<Waiting> waiting() {
    return waiting.all();
  }

  /** One that the centre is to be told of, or null; asking takes it. */
  public Waiting takeUntold() {
    return waiting.takeUntold();
  }

  /** What the centre was told may have been lost. */
  public void tellAgain(UUID channel) {
    waiting.tellAgain(channel);
    signal();
  }

  // ---- the department

  /** Puts a hold on; when the method returns, nothing that it is on is sent any more. */
  public void hold(Hold hold) throws IOException {
    decide(() -> holds.add(hold));
  }

  /** Lifts a hold; whether there was one. */
  public boolean lift(Hold.Kind kind, String name) throws IOException {
    boolean[] lifted = new boolean[1];
    decide(() -> lifted[0] = holds.lift(kind, name));
    return lifted[0];
  }

  /** The holds. */
  public List<Hold> holds() {
    return holds.all();
  }

  /** Approves something until a time, which ends a refusal of it. */
  public void approve(Subject subject, String by, Instant notAfter) throws IOException {
    decide(() -> approvals.approve(subject, by, clock.instant(), notAfter));
  }

  /** Refuses something by its name, which ends an approval of it. */
  public void refuse(String id, String by) throws IOException {
    decide(() -> approvals.refuse(id, by, clock.instant()));
  }

  /** Takes back an approval or a refusal; whether there was one. */
  public boolean withdraw(String id) throws IOException {
    boolean[] withdrawn = new boolean[1];
    decide(() -> withdrawn[0] = approvals.withdraw(id));
    return withdrawn[0];
  }

  /** Whether something was refused. */
  public boolean refused(String id) throws IOException {
    return approvals.refused(id);
  }

  /** What was refused, by its name. */
  public List<String> refusals() throws IOException {
    return approvals.refusals();
  }

  /**
   * An approval on disk.
   *
   * @param id its name
   * @param approval what it says; null if it cannot be read
   * @param genuine whether it is as it was signed here
   */
  public record Listed(String id, Approval approval, boolean genuine) {}

  /** The approvals. */
  public List<Listed> approvals() throws IOException {
    return approvals.all().stream()
        .map(it -> new Listed(it.id(), it.approval(), it.genuine()))
        .toList();
  }

  /** The journal of what has left. */
  public OutgoingJournal journal() {
    return journal;
  }

  /** The time. */
  public Instant now() {
    return clock.instant();
  }

  private interface Decision {
    void take() throws IOException;
  }

  /** No frame passes while a decision is taken, and each frame after it passes anew. */
  private void decide(Decision decision) throws IOException {
    passing.writeLock().lock();
    try {
      decision.take();
      decisions++;
    } finally {
      passing.writeLock().unlock();
    }
    listeners.forEach(Runnable::run);
    signal();
  }

  /** Counts what was decided. */
  long decisions() {
    return decisions;
  }

  /** Held shared by frames, alone by decisions. */
  ReadWriteLock passing() {
    return passing;
  }

  // ---- telling

  /** Has somebody told of each decision. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Waits until something was decided, somebody stands by, or a time has passed. */
  public void await(Duration most) throws InterruptedException {
    synchronized (signal) {
      signal.wait(most.toMillis());
    }
  }

  private void signal() {
    synchronized (signal) {
      signal.notifyAll();
    }
  }
}
