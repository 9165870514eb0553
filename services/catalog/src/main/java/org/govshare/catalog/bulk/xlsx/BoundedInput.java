package org.govshare.catalog.bulk.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * One part of a workbook as it is unpacked: refused when it grows beyond a limit, or when a single
 * tag or text does, so that no reader has to hold more than a small piece of it.
 */
final class BoundedInput extends FilterInputStream {

  /** Longest tag or text between two tags, in bytes; a cell holds 32,767 characters at most. */
  private static final int TOKEN_LIMIT = 1 << 20;

  private final String part;
  private final long limit;
  private long read;
  private int token;

  BoundedInput(InputStream in, String part, long limit) {
    super(in);
    this.part = part;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count <= 0) {
      return count;
    }
    read += count;
    if (read > limit) {
      throw new WorkbookRefused("workbook-too-large-unpacked", part);
    }
    int last = offset + count - 1;
    while (last >= offset && buffer[last] != '<' && buffer[last] != '>') {
      last--;
    }
    // Looked at once for each piece: one that is read at once is small compared to the limit.
    token = last < offset ? token + count : offset + count - 1 - last;
    if (token > TOKEN_LIMIT) {
      throw new WorkbookRefused("workbook-text-too-long", part);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public long skip(long count) {
    return 0;
  }
}
