package org.govshare.node.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.protocol.control.ComputeDigest;

/**
 * Directory of one logical node. Every write is on disk when the method returns. A directory
 * belongs to one process at a time; see {@link StateDirectory}.
 */
public final class NodeState {
  private static final int MARKS = 16;
  private final Path directory;
  private final Path assignments;
  private final Path digests;
  private final Path receipts;
  private final Path lanes;
  private final Path marks;
  private final Path leases;
  private final Path heads;

  NodeState(Path directory) throws IOException {
    this.directory = directory;
    this.assignments = Files.createDirectories(directory.resolve("assignments"));
    this.digests = Files.createDirectories(directory.resolve("digests"));
    this.receipts = Files.createDirectories(directory.resolve("receipts"));
    this.lanes = Files.createDirectories(directory.resolve("lanes"));
    this.marks = Files.createDirectories(directory.resolve("marks"));
    this.leases = Files.createDirectories(directory.resolve("leases"));
    this.heads = Files.createDirectories(directory.resolve("heads"));
  }

  /** Sequence of the last command that was carried out, 0 for none. */
  public long lastCommand() throws IOException {
    try {
      return Long.parseLong(Files.readString(directory.resolve("last-command")).strip());
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** Remembers the last command. */
  public void lastCommand(long sequence) throws IOException {
    AtomicFile.write(
        directory.resolve("last-command"),
        Long.toString(sequence).getBytes(StandardCharsets.US_ASCII));
  }

  /** Digest of the registration code that was last sent, or {@code null}. */
  public String enrolledWith() throws IOException {
    Path file = directory.resolve("enrolled");
    return Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII) : null;
  }

  /** Remembers that a registration code was sent. */
  public void enrolledWith(String digest) throws IOException {
    AtomicFile.write(directory.resolve("enrolled"), digest.getBytes(StandardCharsets.US_ASCII));
  }

  /** All assignments, one per channel. */
  public List<Assignment> assignments() throws IOException {
    return readAll(assignments, Assignment.class);
  }

  /** Remembers an assignment in place of the channel's last one. */
  public void save(Assignment assignment) throws IOException {
    AtomicFile.write(
        assignments.resolve(assignment.command().channelId() + ".json"), json(assignment));
  }

  /** Reconciliations that are not answered yet. */
  public List<ComputeDigest> digests() throws IOException {
    return readAll(digests, ComputeDigest.class);
  }

  /** Remembers a reconciliation until it is answered. */
  public void save(ComputeDigest command) throws IOException {
    AtomicFile.write(digests.resolve(name(command)), json(command));
  }

  /** Forgets a reconciliation. */
  public void answered(ComputeDigest command) throws IOException {
    AtomicFile.delete(digests.resolve(name(command)));
  }

  private static String name(ComputeDigest command) {
    String look = command.look() == null ? "" : "-" + command.look().number();
    return command.reconciliationId() + look + ".json";
  }

  /** What a run of a channel was marked with, or null. */
  public RunMark mark(UUID channel, UUID run) throws IOException {
    return marks(channel).stream().filter(mark -> mark.run().equals(run)).findFirst().orElse(null);
  }

  /** Remembers the mark of a run of a channel, beside those of the last runs. */
  public void save(UUID channel, RunMark mark) throws IOException {
    List<RunMark> all = new ArrayList<>(marks(channel));
    all.add(mark);
    AtomicFile.write(
        marks.resolve(channel + ".json"),
        json(new RunMarks(all.subList(Math.max(0, all.size() - MARKS), all.size()))));
  }

  private List<RunMark> marks(UUID channel) throws IOException {
    try {
      return Json.read(Files.readAllBytes(marks.resolve(channel + ".json")), RunMarks.class)
          .marks();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** The bounds that the lanes of a full copy last had, or null. */
  public LaneBounds laneBounds(UUID group) throws IOException {
    try {
      return Json.read(Files.readAllBytes(lanes.resolve(group + ".json")), LaneBounds.class);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Remembers the bounds of the lanes of a full copy in place of the last ones. */
  public void save(UUID group, LaneBounds bounds) throws IOException {
    AtomicFile.write(lanes.resolve(group + ".json"), json(bounds));
  }

  /** Keys by which the node was told to know the centre; none if it was not told. */
  public List<String> centreKeys() throws IOException {
    try {
      return Files.readAllLines(directory.resolve("centre-keys"), StandardCharsets.US_ASCII);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** Remembers keys by which the node knows the centre. */
  public void centreKeys(List<String> keys) throws IOException {
    AtomicFile.write(
        directory.resolve("centre-keys"),
        String.join("\n", keys).getBytes(StandardCharsets.US_ASCII));
  }

  /** What was remembered of a channel's lease, or null. */
  public <T> T lease(UUID channel, Class<T> type) throws IOException {
    try {
      return Json.read(Files.readAllBytes(leases.resolve(channel + ".json")), type);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Remembers a channel's lease in place of the last one. */
  public void lease(UUID channel, Object lease) throws IOException {
    AtomicFile.write(leases.resolve(channel + ".json"), json(lease));
  }

  /** The file of a channel's countersigned heads, for {@code govshare-verify}. */
  public HeadFile heads(UUID channel) {
    return new HeadFile(heads.resolve(channel + ".heads"));
  }

  /** Opens the receipts that this node holds as source of a channel. */
  public ReceiptJournal receipts(UUID channel) throws IOException {
    return ReceiptJournal.open(receipts.resolve(channel + ".receipts"));
  }

  /** Receipts that this node holds as source of a channel, those after a sequence, in order. */
  public List<ReceiptJournal.Signed> receiptsAfter(UUID channel, long sequence, int limit)
      throws IOException {
    return ReceiptJournal.after(receipts.resolve(channel + ".receipts"), sequence, limit);
  }

  /** Opens the digests of frames that this node has sent on a channel. */
  public SentFrames sentFrames(UUID channel) throws IOException {
    return SentFrames.open(receipts.resolve(channel + ".sent"));
  }

  /** A folder of the provider's own decisions. */
  public Documents decisions(String name) throws IOException {
    return new Documents(directory.resolve("decisions").resolve(name));
  }

  /** The journal of what leaves the node. */
  public OutgoingJournal outgoing() throws IOException {
    return new OutgoingJournal(directory.resolve("outgoing"));
  }

  private static byte[] json(Object value) {
    return Json.write(value).getBytes(StandardCharsets.UTF_8);
  }

  private static <T> List<T> readAll(Path directory, Class<T> type) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(directory)) {
      files = listed.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    List<T> all = new ArrayList<>();
    for (Path file : files) {
      all.add(Json.read(Files.readAllBytes(file), type));
    }
    return all;
  }
}
