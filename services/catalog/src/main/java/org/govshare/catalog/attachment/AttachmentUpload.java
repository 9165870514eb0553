package org.govshare.catalog.attachment;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.problem.Problem;

/** Takes the bytes of an announced file, one piece at a time, on a worker thread. */
@Singleton
class AttachmentUpload {

  private static final int CHUNK = 1 << 20;

  private final ChunkRepository chunks;
  private final long limit;

  AttachmentUpload(ChunkRepository chunks, AttachmentConfig config) {
    this.chunks = chunks;
    this.limit = config.sizeLimit().asLongValue();
  }

  /** In how many pieces a file of this size lies. */
  static int chunks(long size) {
    return Math.toIntExact((size + CHUNK - 1) / CHUNK);
  }

  /**
   * Reads the file to its end.
   *
   * @throws NotFound if the caller has announced no such file, or has uploaded it already (404)
   * @throws InvalidInput if the bytes contradict the type announced; the file is forgotten (400)
   * @throws Problem if it is larger than allowed; the file is forgotten (413)
   */
  void take(Caller caller, UUID id, InputStream body) throws IOException {
    FileKind kind =
        chunks
            .announced(id, caller.name())
            .orElseThrow(() -> new NotFound("attachment-not-found", id));
    boolean done = false;
    boolean rival = false;
    try {
      Copy copy = new Copy(id, kind);
      rival = !copy.all(body);
      if (rival) {
        throw new Conflict("attachment-being-uploaded", id);
      }
      done = true;
    } finally {
      if (!done && !rival) {
        chunks.forget(id);
      }
    }
  }

  private final class Copy {

    private final UUID id;
    private final FileKind kind;
    private final ContentCheck check;
    private final MessageDigest digest;

    Copy(UUID id, FileKind kind) {
      this.id = id;
      this.kind = kind;
      this.check = new ContentCheck(kind);
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    /** {@code false} if somebody else is uploading the same file. */
    boolean all(InputStream body) throws IOException {
      byte[] buffer = new byte[CHUNK];
      long size = 0;
      int position = 0;
      for (int read = body.readNBytes(buffer, 0, CHUNK);
          read > 0;
          read = body.readNBytes(buffer, 0, CHUNK)) {
        size += read;
        if (size > limit) {
          throw new Problem(413, "attachment-too-large", limit);
        }
        if (!check.accepts(buffer, read)) {
          throw contradiction();
        }
        digest.update(buffer, 0, read);
        if (!chunks.add(id, position, read == CHUNK ? buffer : Arrays.copyOf(buffer, read))) {
          return false;
        }
        position++;
      }
      if (!check.complete()) {
        throw contradiction();
      }
      chunks.finish(id, size, HexFormat.of().formatHex(digest.digest()));
      return true;
    }

    private InvalidInput contradiction() {
      return new InvalidInput("content", "contradicts-type", kind.contentType());
    }
  }
}
