package org.govshare.protocol.frame;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Brings AES-GCM to its full speed before the first frame. The JVM uses the processor's own
 * instructions only in code that it has compiled for being called often, and frames are few and
 * large: without this a process would encrypt its first gigabyte some fifty times slower. Costs a
 * few hundred milliseconds once.
 */
public final class CipherWarmUp {
  private static final int LENGTH = 1 << 20;
  private static final int PIECE = 1 << 10;
  private static final int MOST_ROUNDS = 60;
  private static final int GOOD_ROUNDS = 3;
  private static final long GOOD_NANOS = TimeUnit.MICROSECONDS.toNanos(1000);

  private CipherWarmUp() {}

  /** Runs until the cipher is fast, or for as long as is reasonable. */
  public static void run() {
    byte[] plain = new byte[LENGTH];
    byte[] sealed = new byte[LENGTH + FrameCodec.TAG];
    int good = 0;
    try {
      for (long round = 1; round <= MOST_ROUNDS && good < GOOD_ROUNDS; round++) {
        inPieces(aes(Cipher.ENCRYPT_MODE, round), plain, sealed);
        long start = System.nanoTime();
        aes(Cipher.DECRYPT_MODE, round).doFinal(sealed, 0, sealed.length, plain, 0);
        good = System.nanoTime() - start < GOOD_NANOS ? good + 1 : 0;
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK cannot do AES-GCM", e);
    }
  }

  private static Cipher aes(int mode, long round) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    // Nothing is ever protected with this key.
    cipher.init(
        mode,
        new SecretKeySpec(new byte[32], "AES"),
        new GCMParameterSpec(FrameCodec.TAG * 8, FrameNonce.of(round)));
    return cipher;
  }

  private static void inPieces(Cipher cipher, byte[] plain, byte[] sealed)
      throws GeneralSecurityException {
    int written = 0;
    for (int at = 0; at < LENGTH; at += PIECE) {
      written += cipher.update(plain, at, PIECE, sealed, written);
    }
    cipher.doFinal(sealed, written);
  }
}
