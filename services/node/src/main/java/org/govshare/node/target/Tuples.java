package org.govshare.node.target;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.govshare.node.run.RunFailure;

/**
 * Where each row of a frame begins. A tuple of binary COPY is the number of its fields, and for
 * each of them its length, -1 for null, and its bytes.
 */
final class Tuples {
  private final byte[] bytes;
  private final int[] starts;

  private Tuples(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  /**
   * Reads the rows of a frame.
   *
   * @param length bytes that count, from the array's start
   * @param rows the number that there must be
   */
  static Tuples of(byte[] bytes, int length, int rows) {
    int[] starts = new int[rows + 1];
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    try {
      for (int row = 0; row < rows; row++) {
        starts[row] = in.position();
        for (int fields = in.getShort(); fields > 0; fields--) {
          int field = in.getInt();
          in.position(in.position() + Math.max(field, 0));
        }
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new RunFailure("row-count", "the frame says " + rows + " rows but holds fewer");
    }
    if (in.hasRemaining()) {
      throw new RunFailure("row-count", "the frame says " + rows + " rows but holds more");
    }
    starts[rows] = length;
    return new Tuples(bytes, starts);
  }

  int rows() {
    return starts.length - 1;
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int row) {
    return starts[row];
  }

  /** Bytes of the rows from one to before another. */
  int length(int from, int to) {
    return starts[to] - starts[from];
  }

  /** One row's bytes. */
  byte[] row(int row) {
    return Arrays.copyOfRange(bytes, starts[row], starts[row + 1]);
  }

  /** Some of a row's fields with their lengths, one after another. */
  byte[] fields(int row, int[] wanted) {
    int[] at = new int[(bytes[starts[row]] & 0xff) << 8 | bytes[starts[row] + 1] & 0xff];
    ByteBuffer in = ByteBuffer.wrap(bytes, starts[row] + 2, starts[row + 1] - starts[row] - 2);
    for (int field = 0; field < at.length; field++) {
      at[field] = in.position();
      int length = in.getInt();
      in.position(in.position() + Math.max(length, 0));
    }
    int length = 0;
    for (int field : wanted) {
      length += 4 + Math.max(in.getInt(at[field]), 0);
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    for (int field : wanted) {
      out.put(bytes, at[field], 4 + Math.max(in.getInt(at[field]), 0));
    }
    return out.array();
  }
}
