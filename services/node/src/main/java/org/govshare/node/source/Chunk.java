package org.govshare.node.source;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of one frame as they are gathered: tuples of binary COPY, one after another. */
final class Chunk {
  private byte[] buffer;
  private int length;
  private int rows;
  private List<String> position;
  // Start of the last tuple as the database wrote it, for reading the position.
  private byte[] lastTuple;
  private int lastOffset;

  /** Gathers into a buffer; a single tuple that is larger gets one of its own. */
  Chunk(byte[] buffer) {
    this.buffer = buffer;
  }

  byte[] buffer() {
    return buffer;
  }

  int length() {
    return length;
  }

  int rows() {
    return rows;
  }

  List<String> position() {
    return position;
  }

  boolean fits(int tupleLength) {
    return length + tupleLength <= buffer.length;
  }

  /** Adds a tuple, leaving out its first fields. */
  void add(byte[] tuple, int offset, int tupleLength, int leaveOut) {
    lastTuple = tuple;
    lastOffset = offset;
    if (leaveOut == 0) {
      ensure(tupleLength);
      System.arraycopy(tuple, offset, buffer, length, tupleLength);
      length += tupleLength;
    } else {
      int start = offset + 2;
      for (int i = 0; i < leaveOut; i++) {
        int field = readInt(tuple, start);
        start += 4 + Math.max(field, 0);
      }
      int kept = offset + tupleLength - start;
      ensure(kept + 2);
      int fields = ((tuple[offset] & 0xff) << 8 | tuple[offset + 1] & 0xff) - leaveOut;
      buffer[length] = (byte) (fields >> 8);
      buffer[length + 1] = (byte) fields;
      System.arraycopy(tuple, start, buffer, length + 2, kept);
      length += kept + 2;
    }
    rows++;
  }

  /**
   * Reads the position from the last tuple; call it once, when the chunk is full.
   *
   * @param fields index of each of its values in the tuple
   * @param types their types
   */
  void finish(int[] fields, List<KeyType> types) {
    int count = ByteBuffer.wrap(lastTuple, lastOffset, 2).getShort();
    int[] starts = new int[count];
    int at = lastOffset + 2;
    for (int i = 0; i < count; i++) {
      starts[i] = at;
      at += 4 + Math.max(readInt(lastTuple, at), 0);
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      int start = starts[fields[i]];
      values.add(types.get(i).read(lastTuple, start + 4, readInt(lastTuple, start)));
    }
    position = values;
    lastTuple = null;
  }

  /** Puts another position in its place. */
  void place(List<String> other) {
    position = other;
  }

  private void ensure(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, length + more);
    }
  }

  private static int readInt(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | bytes[at + 3] & 0xff;
  }
}
