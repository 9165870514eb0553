package org.govshare.node.target;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.govshare.node.broker.Delivery;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.database.TableDrift;
import org.govshare.node.run.ActiveRun;
import org.govshare.node.run.FailPoint;
import org.govshare.node.run.Reservations;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.run.SqlFailures;
import org.govshare.protocol.channel.ChannelAnswer;
import org.govshare.protocol.control.RunState;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.frame.Codec;
import org.govshare.protocol.frame.Epoch;
import org.govshare.protocol.frame.Frame;
import org.govshare.protocol.frame.FrameHeader;
import org.govshare.protocol.frame.FrameKind;
import org.govshare.protocol.frame.FrameOpener;
import org.govshare.protocol.frame.FrameRefused;
import org.jboss.logging.Logger;

/**
 * Verifies on one thread and commits on another, with a short queue between. Holds a database
 * connection while it lives. What fails is told once to the session that started it.
 */
final class Inflow implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Inflow.class);
  private static final int QUEUE = 3;

  private final SessionContext context;
  private final ActiveRun run;
  private final LaneGroup lanes;
  private final StartRun command;
  private final List<PublicKey> peerKeys;
  private final Replies replies;
  private final Consumer<Delivery> settled;
  private final Consumer<Exception> onFailure;
  private final Connection connection;
  private final Applier applier;
  private final BlockingQueue<Delivery> arriving = new LinkedBlockingQueue<>();
  private final BlockingQueue<Arrival> verified = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicInteger pending = new AtomicInteger();
  private final Reservations reservations;
  private final List<Thread> threads;
  private volatile Epoch current = Epoch.NONE;
  private volatile boolean closed;
  private Epoch askedToReopen = Epoch.NONE;

  /** Sends answers to the source. */
  interface Replies {
    void send(ChannelAnswer answer);
  }

  Inflow(
      SessionContext context,
      DataSource dataSource,
      ActiveRun run,
      LaneGroup lanes,
      List<PublicKey> peerKeys,
      Replies replies,
      Consumer<Delivery> settled,
      Consumer<Exception> onFailure)
      throws SQLException {
    this.context = context;
    this.run = run;
    this.lanes = lanes;
    this.command = run.command();
    this.peerKeys = peerKeys;
    this.replies = replies;
    this.settled =
        delivery -> {
          pending.decrementAndGet();
          settled.accept(delivery);
        };
    this.onFailure = onFailure;
    this.connection = Connections.writer(dataSource);
    try {
      StateSchema.prepare(connection);
      this.applier = new Applier(context, command, connection, context.clock());
      ChannelRow row = applier.row();
      if (row != null) {
        current = row.epoch();
        repeatReceipt(row);
        follow(row);
      }
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
    this.reservations = new Reservations(context.budget().receiving());
    this.threads = List.of(thread("verify", this::verifyAll), thread("apply", this::applyAll));
    context.budget().joinReceivers();
    threads.forEach(Thread::start);
  }

  /**
   * The process before may have died between a commit and its receipt. If more than this one got
   * lost, the source sees the gap and opens the channel again.
   */
  private void repeatReceipt(ChannelRow row) throws SQLException {
    if (row.run().equals(command.runId())) {
      receiptsAfter(row.lastSequence() - 1, row.lastSequence());
    }
  }

  private void receiptsAfter(long held, long last) throws SQLException {
    applier.receiptsAfter(
        held, last, (content, signature) -> replies.send(receipted(content, signature)));
  }

  /** A receipt that was given before; what was signed with former keys is signed anew. */
  private ChannelAnswer.Receipted receipted(byte[] content, byte[] signature) {
    NodeKeys own = context.keys().of(command.suite());
    return new ChannelAnswer.Receipted(
        command.channelId(),
        content,
        PublicKeys.verify(own.signingKey(), content, signature) ? signature : own.sign(content));
  }

  /** A frame that the broker has delivered. */
  void arrived(Delivery delivery) {
    pending.incrementAndGet();
    arriving.add(delivery);
  }

  /** Whether it is done with everything that has arrived. */
  boolean idle() {
    return pending.get() == 0;
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // It is gone already.
    }
    boolean interrupted = Thread.interrupted();
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    reservations.releaseAll();
    context.budget().leaveReceivers();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- verifying

  private void verifyAll() throws InterruptedException {
    NodeKeys keys = context.keys().of(command.suite());
    FrameOpener opener = new FrameOpener(keys);
    try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
      while (true) {
        Delivery delivery = arriving.take();
        if (keys != context.keys().of(command.suite())) {
          keys = context.keys().of(command.suite());
          opener = new FrameOpener(keys);
        }
        try {
          Frame frame = Frames.parse(delivery, command, peerKeys);
          delivery.dropBody();
          if (frame == null) {
            discard(delivery);
            continue;
          }
          if (frame.header().kind() == FrameKind.OPEN) {
            verified.put(new Arrival(delivery, frame, null, null));
            continue;
          }
          if (frame.header().epoch().counter() < current.counter()) {
            discard(delivery);
            continue;
          }
          if (frame.header().kind() == FrameKind.END) {
            verified.put(new Arrival(delivery, frame, null, opener.end(frame)));
            continue;
          }
          verified.put(new Arrival(delivery, frame, rows(opener, frame, zstd), null));
        } catch (FrameRefused e) {
          LOG.errorf(
              "channel=%s run=%s refused a frame: %s",
              command.channelId(), command.runId(), e.getMessage());
          delivery.reject(e.getMessage());
          settled.accept(delivery);
        }
      }
    }
  }

  /** Decrypts and decompresses the rows of a frame into a buffer of the budget. */
  private byte[] rows(FrameOpener opener, Frame frame, ZstdDecompressCtx zstd)
      throws InterruptedException {
    FrameHeader header = frame.header();
    int length = header.plainLength();
    boolean plain = header.codec() == Codec.NONE;
    if (plain && FrameOpener.contentLength(frame) != length) {
      throw new FrameRefused("the rows are not as long as the header says");
    }
    reservations.take(context.budget().cost(length));
    byte[] rows = context.budget().buffer(length);
    try {
      int written =
          plain
              ? opener.open(frame, rows)
              : context
                  .budget()
                  .scratch()
                  .use(
                      FrameOpener.contentLength(frame),
                      scratch ->
                          zstd.decompressByteArray(
                              rows, 0, rows.length, scratch, 0, opener.open(frame, scratch)));
      if (written != length) {
        throw new FrameRefused("the rows are not as long as the header says");
      }
      return rows;
    } catch (ZstdException | FrameRefused e) {
      release(rows);
      throw e instanceof FrameRefused refused
          ? refused
          : new FrameRefused("the rows cannot be decompressed", e);
    }
  }

  private void release(byte[] rows) {
    context.budget().recycle(rows);
    reservations.giveBack(rows.length);
  }

  private void discard(Delivery delivery) {
    delivery.accept();
    settled.accept(delivery);
  }

  // ---- committing

  private void applyAll() throws SQLException, InterruptedException {
    while (true) {
      Arrival arrival = verified.take();
      try {
        if (arrival.frame().header().kind() == FrameKind.OPEN) {
          open(arrival);
        } else {
          apply(arrival);
        }
        if (arrival.rows() != null) {
          release(arrival.rows());
        }
      } catch (RunFailure failure) {
        TableDrift.check(connection, command);
        refuse(arrival, failure);
      } catch (SQLException e) {
        RunFailure permanent = closed ? null : SqlFailures.permanent(e);
        if (permanent == null) {
          throw e;
        }
        LOG.debug("refused by the database", e);
        TableDrift.check(connection, command);
        refuse(arrival, permanent);
      }
    }
  }

  private void open(Arrival arrival) throws SQLException {
    TableDrift.check(connection, command);
    run.inOrder();
    ChannelAnswer.Opened opened = applier.open(arrival.frame());
    current = opened.epoch();
    run.progress(opened.epoch().counter(), opened.totals());
    replies.send(opened);
    receiptsAfter(FrameOpener.openBody(arrival.frame()).lastReceipt(), opened.lastSequence());
    LOG.infof(
        "run=%s channel=%s side=target epoch=%d after=%d apply=%s",
        command.runId(),
        command.channelId(),
        opened.epoch().counter(),
        opened.lastSequence(),
        opened.applyMode());
    discard(arrival.delivery());
    FailPoint.EPOCH_AFTER_ACCEPT.pass();
  }

  private void apply(Arrival arrival) throws SQLException, InterruptedException {
    if (!run.ended()) {
      context.leases().require(command);
    }
    switch (lanes.apply(command.channelId(), last -> applier.apply(arrival, last))) {
      case Applier.Outcome.Committed committed -> {
        arrival.delivery().accept();
        (committed.row().complete() ? FailPoint.END_AFTER_ACCEPT : FailPoint.ROWS_AFTER_ACCEPT)
            .pass();
        settled.accept(arrival.delivery());
        replies.send(
            new ChannelAnswer.Receipted(
                command.channelId(), committed.content(), committed.signature()));
        context
            .meters()
            .committed(
                context.node(),
                Side.TARGET,
                committed.receipt().rows(),
                committed.receipt().bytes(),
                committed.receipt().wireBytes());
        if (committed.parked()) {
          run.parkedChanged();
        }
        follow(committed.row());
      }
      case Applier.Outcome.Duplicate duplicate -> {
        discard(arrival.delivery());
        replies.send(receipted(duplicate.content(), duplicate.signature()));
      }
      case Applier.Outcome.Stale stale -> discard(arrival.delivery());
      case Applier.Outcome.Gap gap -> {
        discard(arrival.delivery());
        if (!gap.epoch().equals(askedToReopen)) {
          askedToReopen = gap.epoch();
          LOG.warnf(
              "run=%s channel=%s side=target reopen=%s",
              command.runId(), command.channelId(), gap.reason());
          replies.send(
              new ChannelAnswer.ReopenAsked(command.channelId(), gap.epoch(), gap.reason()));
        }
      }
    }
  }

  private void follow(ChannelRow row) {
    if (row.run().equals(command.runId())) {
      run.progress(row.epoch().counter(), row.totals());
      if (row.complete()) {
        run.end(RunState.COMPLETED, null, null);
      }
    }
  }

  private void refuse(Arrival arrival, RunFailure failure) {
    LOG.errorf(
        "run=%s channel=%s side=target state=FAILED reason=%s detail=%s",
        command.runId(), command.channelId(), failure.reason(), failure.getMessage());
    run.end(RunState.FAILED, failure.reason(), failure.getMessage());
    replies.send(
        new ChannelAnswer.RunRefused(
            command.channelId(), command.runId(), failure.reason(), failure.getMessage()));
    discard(arrival.delivery());
    throw failure;
  }

  // ---- threads

  private interface Step {
    void run() throws Exception;
  }

  private Thread thread(String step, Step body) {
    return Thread.ofPlatform()
        .daemon()
        .name(step + "-" + context.node() + "-" + command.channelId())
        .unstarted(
            () -> {
              try {
                body.run();
              } catch (Exception e) {
                if (!closed) {
                  onFailure.accept(e);
                }
              } catch (OutOfMemoryError e) {
                onFailure.accept(new IllegalStateException("out of memory", e));
              }
            });
  }
}
