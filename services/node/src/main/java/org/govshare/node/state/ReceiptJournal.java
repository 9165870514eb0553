package org.govshare.node.state;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.govshare.protocol.crypto.PublicKeys;
import org.govshare.protocol.receipt.Receipt;

/**
 * Receipts that a source holds for one channel, in order. A record is the length of the content,
 * the content, the target's signature and a CRC-32 of all three; a record that a crash cut off is
 * dropped when the journal is opened.
 */
public final class ReceiptJournal implements AutoCloseable {
  private static final int MAXIMUM_CONTENT = 4096;
  private static final int CHECKSUM = 4;

  private final FileChannel channel;
  private Receipt last;

  private ReceiptJournal(FileChannel channel, Receipt last) {
    this.channel = channel;
    this.last = last;
  }

  static ReceiptJournal open(Path file) throws IOException {
    Receipt last = null;
    long good = 0;
    if (Files.exists(file)) {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
        for (byte[] record = next(in); record != null; record = next(in)) {
          last = Receipt.parse(content(record));
          good += record.length + CHECKSUM;
        }
      }
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(good);
    channel.position(good);
    return new ReceiptJournal(channel, last);
  }

  /** Receipts of a journal after a sequence, in order; may be read while others are added. */
  static List<Signed> after(Path file, long sequence, int limit) throws IOException {
    List<Signed> found = new ArrayList<>();
    if (!Files.exists(file)) {
      return found;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      for (byte[] record = next(in); record != null && found.size() < limit; record = next(in)) {
        byte[] content = content(record);
        Receipt receipt = Receipt.parse(content);
        if (receipt.sequence() > sequence) {
          byte[] signature = Arrays.copyOfRange(record, 4 + content.length, record.length);
          found.add(new Signed(receipt, content, signature));
        }
      }
    }
    return found;
  }

  /** The last receipt held, or null. */
  public Receipt last() {
    return last;
  }

  /** Sequence of the last receipt held, 0 for none. */
  public long lastSequence() {
    return last == null ? 0 : last.sequence();
  }

  /** Adds receipts that follow; they are on disk when the method returns. */
  public void append(List<Signed> receipts) throws IOException {
    if (receipts.isEmpty()) {
      return;
    }
    int length = receipts.stream().mapToInt(signed -> recordLength(signed.content().length)).sum();
    ByteBuffer out = ByteBuffer.allocate(length);
    for (Signed signed : receipts) {
      int start = out.position();
      out.putInt(signed.content().length).put(signed.content()).put(signed.targetSignature());
      CRC32 crc = new CRC32();
      crc.update(out.array(), start, out.position() - start);
      out.putInt((int) crc.getValue());
    }
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    channel.force(false);
    last = receipts.getLast().receipt();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static int recordLength(int content) {
    return 4 + content + PublicKeys.SIGNATURE_LENGTH + CHECKSUM;
  }

  private static byte[] content(byte[] record) {
    return Arrays.copyOfRange(record, 4, record.length - PublicKeys.SIGNATURE_LENGTH);
  }

  /** The next record without its checksum, or null after the last whole one. */
  private static byte[] next(DataInputStream in) throws IOException {
    try {
      int length = in.readInt();
      if (length <= 0 || length > MAXIMUM_CONTENT) {
        return null;
      }
      byte[] record = new byte[4 + length + PublicKeys.SIGNATURE_LENGTH];
      ByteBuffer.wrap(record).putInt(length);
      in.readFully(record, 4, record.length - 4);
      CRC32 crc = new CRC32();
      crc.update(record);
      if (in.readInt() != (int) crc.getValue()) {
        return null;
      }
      return record;
    } catch (EOFException e) {
      return null;
    }
  }

  /**
   * A receipt that has been verified.
   *
   * @param receipt what it says
   * @param content its canonical bytes
   * @param targetSignature the target's signature over them
   */
  public record Signed(Receipt receipt, byte[] content, byte[] targetSignature) {}
}
