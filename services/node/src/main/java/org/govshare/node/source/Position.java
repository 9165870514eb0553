package org.govshare.node.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.node.run.RunFailure;
import org.govshare.protocol.crypto.OwnSeal;
import org.govshare.protocol.frame.FrameCodec;

/**
 * Where a source continues. The key of a full copy counts within its run only; the watermark and
 * key of increments count over runs, so a full copy carries them along.
 *
 * @param run the run that wrote it
 * @param system identity of the source's database cluster and its timeline
 * @param full last key of the run's full copy, or null
 * @param increment last watermark and key of increments, or null
 * @param capture where change capture stands, or null
 * @param collations by which rules the text columns of the key were ordered; null where that is not
 *     known
 */
record Position(
    UUID run,
    String system,
    List<String> full,
    List<String> increment,
    List<String> capture,
    List<String> collations) {
  private static final int VERSION = 1;
  // With a place of change capture behind the others.
  private static final int CAPTURING = 2;

  /** A position of which no collations are known. */
  Position(
      UUID run, String system, List<String> full, List<String> increment, List<String> capture) {
    this(run, system, full, increment, capture, null);
  }

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(capture == null ? VERSION : CAPTURING);
      out.writeLong(run.getMostSignificantBits());
      out.writeLong(run.getLeastSignificantBits());
      write(out, List.of(system));
      write(out, full);
      write(out, increment);
      if (capture != null) {
        write(out, capture);
      }
      // Behind all that older agents read. Keys without text have none.
      if (collations != null && !collations.isEmpty()) {
        write(out, collations);
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot write to memory", e);
    }
    if (bytes.size() + OwnSeal.OVERHEAD > FrameCodec.MAXIMUM_POSITION) {
      throw new RunFailure(
          "key-too-long",
          "a key is longer than " + (FrameCodec.MAXIMUM_POSITION - 1024) + " bytes");
    }
    return bytes.toByteArray();
  }

  static Position decode(byte[] content) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      byte version = in.readByte();
      if (version != VERSION && version != CAPTURING) {
        throw new RunFailure("position-unreadable", "the position is of another version");
      }
      UUID run = new UUID(in.readLong(), in.readLong());
      return new Position(
          run,
          read(in).getFirst(),
          read(in),
          read(in),
          version == CAPTURING ? read(in) : null,
          in.available() > 0 ? read(in) : null);
    } catch (IOException e) {
      throw new RunFailure("position-unreadable", "the position is cut off");
    }
  }

  private static void write(DataOutputStream out, List<String> values) throws IOException {
    out.writeByte(values == null ? 0 : values.size());
    if (values != null) {
      for (String value : values) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
    }
  }

  private static List<String> read(DataInputStream in) throws IOException {
    int size = in.readUnsignedByte();
    if (size == 0) {
      return null;
    }
    List<String> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int length = in.readInt();
      if (length < 0 || length > FrameCodec.MAXIMUM_POSITION) {
        throw new IOException("length");
      }
      byte[] text = new byte[length];
      in.readFully(text);
      values.add(new String(text, StandardCharsets.UTF_8));
    }
    return values;
  }
}
