package org.govshare.node.source;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.broker.SendingLink;
import org.govshare.node.database.Connections;
import org.govshare.node.database.DataSource;
import org.govshare.node.guard.Departure;
import org.govshare.node.run.FailPoint;
import org.govshare.node.run.Reservations;
import org.govshare.node.run.RunFailure;
import org.govshare.node.run.SessionContext;
import org.govshare.node.state.SentFrames;
import org.govshare.protocol.channel.ChannelAnswer;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.frame.Codec;
import org.govshare.protocol.frame.EndBody;
import org.govshare.protocol.frame.FrameSealer;
import org.govshare.protocol.frame.RowFormat;
import org.govshare.protocol.frame.SealedFrame;

/**
 * Reads, seals and sends, each on a thread of its own with short queues between. What fails is told
 * once to the attempt that started it.
 */
final class Outflow implements AutoCloseable {
  private static final int QUEUE = 3;
  private static final int UNACCEPTED = 8;
  private static final int COMPRESSION_LEVEL = 1;

  private final SessionContext context;
  private final DataSource dataSource;
  private final LaneSnapshots snapshots;
  private final StartRun command;
  private final ChannelAnswer.Opened opened;
  private final FrameSealer sealer;
  private final SendingLink link;
  private final SentFrames sent;
  private final Departure departure;
  private final LongConsumer onExpected;
  private final Runnable onRescan;
  private final Consumer<Object> onFailure;
  private final SealedPositions positions;
  private final Position before;
  private final int chunkBytes;
  private final Pace pace;

  private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(QUEUE);
  private final BlockingQueue<Outgoing> outgoing = new ArrayBlockingQueue<>(QUEUE);
  private final Semaphore window;
  private final Semaphore unaccepted = new Semaphore(UNACCEPTED);
  private final List<Thread> threads;
  private final Reservations reservations;
  private volatile Connection reading;
  private volatile String system;
  private volatile List<String> collations;
  private volatile CapturePosition captured;
  private volatile boolean closed;

  private record Outgoing(SealedFrame frame, int reserved, long rows, long bytes, boolean last) {}

  Outflow(
      SessionContext context,
      DataSource dataSource,
      LaneSnapshots snapshots,
      StartRun command,
      ChannelAnswer.Opened opened,
      FrameSealer sealer,
      SendingLink link,
      SentFrames sent,
      Departure departure,
      LongConsumer onExpected,
      Runnable onRescan,
      Consumer<Object> onFailure) {
    this.context = context;
    this.dataSource = dataSource;
    this.snapshots = snapshots;
    this.command = command;
    this.opened = opened;
    this.sealer = sealer;
    this.link = link;
    this.sent = sent;
    this.departure = departure;
    this.onExpected = onExpected;
    this.onRescan = onRescan;
    this.onFailure = onFailure;
    this.positions = new SealedPositions(context, command);
    this.chunkBytes = context.settings().chunkBytes();
    this.pace = new Pace(command.limits().bytesPerSecond());
    this.window = new Semaphore(context.settings().window());
    this.reservations =
        new Reservations(context.budget().sending(), context.budget()::mostPerSender);
    this.before = positions.before(opened);
    this.threads =
        List.of(
            thread("read", this::read), thread("seal", this::sealAll), thread("send", this::send));
  }

  void start() {
    context.budget().joinSenders();
    threads.forEach(Thread::start);
  }

  /** The target has given receipts for frames of this outflow. */
  void receipted(int frames) {
    window.release(frames);
  }

  /** Whether frames have been sent that have no receipt. */
  boolean waitsForReceipts() {
    return window.availablePermits() < context.settings().window();
  }

  /** Where change capture stands at the run's end; null unless it has been read to there. */
  CapturePosition captured() {
    return captured;
  }

  @Override
  public void close() {
    closed = true;
    Connection connection = reading;
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        // It is gone already.
      }
    }
    threads.forEach(Thread::interrupt);
    boolean interrupted = Thread.interrupted();
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    reservations.releaseAll();
    context.budget().leaveSenders();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- reading

  private void read() throws SQLException, IOException, InterruptedException {
    ReadPlan plan;
    String bound = null;
    List<String> earlier = null;
    try (Connection connection = Connections.query(dataSource)) {
      system = SourceDatabase.identity(connection);
      plan =
          command.replayed() == null
              ? KeyedRows.plan(connection, command, context.keys())
              : ReplayedRows.plan(connection, command, context.keys());
      collations = KeyCollations.of(connection, plan);
      if (command.mode() == TransferMode.INCREMENT) {
        bound =
            SourceDatabase.bound(
                connection,
                dataSource,
                plan.positionTypes().getFirst(),
                context.settings().safetyMargin(),
                command.overlap());
        earlier = new Overlap(connection, command, plan).before(before);
      }
    }
    if (command.mode() == TransferMode.CAPTURE) {
      capture();
      return;
    }
    if (earlier != null) {
      onRescan.run();
    }
    List<String> from = earlier != null ? earlier : startOf(before);
    if (from != null) {
      requireSystem();
      KeyCollations.require(before.collations(), collations);
    }
    if (from != null && from.size() != plan.positionColumns().size()) {
      throw new RunFailure(
          "key-changed", "the key has other columns than at the last position; start a full copy");
    }
    Long limit =
        command.maximumRows() == null
            ? null
            : Math.max(0, command.maximumRows() - opened.totals().rows());
    try (LaneReading lane = snapshots.open(command, dataSource, plan, from)) {
      reading = lane.connection();
      if (closed) {
        return;
      }
      RowReader reader = new RowReader(lane.connection(), lane.plan());
      if (command.mode() == TransferMode.FULL && command.replayed() == null) {
        reader
            .expected(lane.from(), limit)
            .ifPresent(rows -> onExpected.accept(opened.totals().rows() + rows));
      }
      reader.read(lane.from(), bound, limit, new Budgeted());
    }
    chunks.put(new Chunk(new byte[0]));
  }

  private void capture() throws SQLException, InterruptedException {
    boolean takesOver = !command.lane().replaced().isEmpty();
    boolean begins =
        before.capture() == null
            || (command.anew() || takesOver) && !before.run().equals(command.runId());
    if (!begins) {
      requireSystem();
    }
    CaptureFlow flow =
        new CaptureFlow(
            dataSource,
            command,
            SealedKeys.captured(command, context.keys()),
            snapshots.captured(),
            connection -> {
              reading = connection;
              if (closed) {
                throw new InterruptedException("the run has ended");
              }
            },
            new Budgeted());
    CapturePosition from = begins ? null : CapturePosition.decode(before.capture());
    if (from != null && from.copied() != null && !from.copied().isEmpty()) {
      KeyCollations.require(before.collations(), collations);
    }
    captured = flow.read(from);
    Chunk end = new Chunk(new byte[0]);
    end.place(captured.encode());
    chunks.put(end);
  }

  private void requireSystem() {
    if (!before.system().equals(system)) {
      throw new RunFailure(
          "source-changed",
          "the source's database was restored or failed over since the last position; start a full"
              + " copy");
    }
  }

  /** Chunks out of the budget, and into the queue. */
  private final class Budgeted implements RowReader.Chunks {
    @Override
    public Chunk next() throws InterruptedException {
      reservations.take(chunkBytes);
      return new Chunk(context.budget().buffer(chunkBytes));
    }

    @Override
    public void full(Chunk chunk) throws InterruptedException {
      chunks.put(chunk);
    }

    @Override
    public void unused(Chunk chunk) {
      context.budget().recycle(chunk.buffer());
      reservations.giveBack(chunkBytes);
    }
  }

  private List<String> startOf(Position position) {
    if (command.mode() == TransferMode.INCREMENT) {
      return command.anew() && !position.run().equals(command.runId())
          ? null
          : position.increment();
    }
    return position.run().equals(command.runId()) ? position.full() : null;
  }

  // ---- sealing

  private void sealAll() throws InterruptedException {
    long messages = opened.totals().messages();
    long rows = opened.totals().rows();
    long bytes = opened.totals().bytes();
    Position position = before;
    Chunk chunk = chunks.take();
    for (; chunk.rows() > 0; chunk = chunks.take()) {
      position = after(position, chunk.position());
      SealedFrame frame = seal(chunk, positions.seal(position, sealer.nextSequence()));
      messages++;
      rows += chunk.rows();
      bytes += chunk.length();
      context.budget().recycle(chunk.buffer());
      // From here on the chunk's reservation stands for its frame.
      int kept = Math.min(frame.bytes().length, chunkBytes);
      reservations.giveBack(chunkBytes - kept);
      outgoing.put(new Outgoing(frame, kept, chunk.rows(), chunk.length(), false));
    }
    if (chunk.position() != null) {
      position = after(position, chunk.position());
    }
    Position end =
        new Position(
            command.runId(),
            system,
            position.full(),
            command.mode() == TransferMode.INCREMENT ? position.increment() : increment(position),
            position.capture(),
            collations);
    SealedFrame frame =
        sealer.end(new EndBody(messages, rows, bytes), positions.seal(end, sealer.nextSequence()));
    outgoing.put(new Outgoing(frame, 0, 0, 0, true));
  }

  private SealedFrame seal(Chunk chunk, byte[] position) throws InterruptedException {
    return context
        .budget()
        .scratch()
        .use(
            (int) Zstd.compressBound(chunk.length()),
            compressed -> {
              int length = compress(chunk, compressed);
              boolean smaller = length < chunk.length();
              return sealer.data(
                  command.mode() == TransferMode.CAPTURE
                      ? RowFormat.POSTGRES_CHANGES
                      : RowFormat.POSTGRES_BINARY,
                  chunk.rows(),
                  chunk.length(),
                  smaller ? Codec.ZSTD : Codec.NONE,
                  smaller ? compressed : chunk.buffer(),
                  smaller ? length : chunk.length(),
                  position);
            });
  }

  // What compressing takes beside the heap is given back each time: a channel may wait for long.
  private static int compress(Chunk chunk, byte[] into) {
    try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
      zstd.setLevel(COMPRESSION_LEVEL);
      return zstd.compressByteArray(into, 0, into.length, chunk.buffer(), 0, chunk.length());
    }
  }

  private Position after(Position position, List<String> read) {
    List<String> increment = increment(position);
    List<String> capture = position.capture();
    return switch (command.mode()) {
      case FULL -> new Position(command.runId(), system, read, increment, capture, collations);
      case INCREMENT -> new Position(command.runId(), system, null, read, capture, collations);
      case CAPTURE -> new Position(command.runId(), system, null, increment, read, collations);
    };
  }

  /** Where increments go on that a run of another mode carries along; null if the order changed. */
  private List<String> increment(Position position) {
    return KeyCollations.same(before.collations(), collations) ? position.increment() : null;
  }

  // ---- sending

  private void send() throws InterruptedException, IOException {
    boolean last = false;
    while (!last) {
      Outgoing next = outgoing.take();
      last = next.last();
      pace.await(next.frame().bytes().length);
      window.acquire();
      unaccepted.acquire();
      context.leases().require(command);
      FailPoint.FRAME_BEFORE_JOURNAL.pass();
      sent.sent(opened.epoch().counter(), next.frame().sequence(), next.frame().digest());
      FailPoint.FRAME_BEFORE_SEND.pass();
      byte[] frame = next.frame().bytes();
      departure
          .leave(next.rows(), next.bytes(), frame.length, () -> link.send(frame, true))
          .whenComplete(
              (done, failure) -> {
                reservations.giveBack(next.reserved());
                unaccepted.release();
                FailPoint.FRAME_AFTER_ACCEPT.pass();
                if (failure != null && !closed) {
                  onFailure.accept(
                      failure instanceof BrokerUnavailable lost
                          ? lost
                          : new BrokerUnavailable("a frame was not accepted", failure));
                }
              });
    }
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
