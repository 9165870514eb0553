package org.govshare.protocol.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM as frames use it: the nonce is the sequence, unique per data key. */
final class FrameCipher {
  private FrameCipher() {}

  static Cipher cipher(int mode, java.security.Key key, long sequence)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(sequence).array();
    cipher.init(mode, key, new GCMParameterSpec(FrameCodec.TAG * 8, nonce));
    return cipher;
  }

  /** What a data key is bound to. */
  static byte[] context(UUID channel, Epoch epoch) {
    byte[] purpose = "govshare frame".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(purpose.length + 40)
        .put(purpose)
        .putLong(channel.getMostSignificantBits())
        .putLong(channel.getLeastSignificantBits())
        .putLong(epoch.counter())
        .putLong(epoch.incarnation().getMostSignificantBits())
        .putLong(epoch.incarnation().getLeastSignificantBits())
        .array();
  }
}
