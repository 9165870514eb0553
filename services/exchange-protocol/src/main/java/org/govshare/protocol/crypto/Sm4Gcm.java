package org.govshare.protocol.crypto;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.OutputLengthException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.modes.gcm.Tables8kGCMMultiplier;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM, as RFC 8998 describes it. */
final class Sm4Gcm implements Aead {
  private final KeyParameter key;
  // Kept, because the multiplier's tables are made anew for each key.
  private final GCMModeCipher cipher =
      GCMBlockCipher.newInstance(new SM4Engine(), new Tables8kGCMMultiplier());

  Sm4Gcm(byte[] key) {
    if (key.length != 16) {
      throw new IllegalArgumentException("an SM4 key has 16 bytes");
    }
    this.key = new KeyParameter(key);
  }

  @Override
  public int seal(
      byte[] nonce,
      byte[] associated,
      int associatedLength,
      byte[] content,
      int length,
      byte[] into,
      int at) {
    try {
      return run(true, nonce, associated, associatedLength, content, 0, length, into, at);
    } catch (InvalidCipherTextException | IllegalArgumentException e) {
      throw new CryptoFailure("cannot encrypt", e);
    }
  }

  @Override
  public int open(
      byte[] nonce,
      byte[] associated,
      int associatedLength,
      byte[] sealed,
      int offset,
      int length,
      byte[] into) {
    try {
      return run(false, nonce, associated, associatedLength, sealed, offset, length, into, 0);
    } catch (InvalidCipherTextException | OutputLengthException e) {
      throw new CryptoFailure("cannot be decrypted: " + e.getMessage(), e);
    }
  }

  private int run(
      boolean encrypt,
      byte[] nonce,
      byte[] associated,
      int associatedLength,
      byte[] content,
      int offset,
      int length,
      byte[] into,
      int at)
      throws InvalidCipherTextException {
    cipher.init(encrypt, new AEADParameters(key, TAG * 8, nonce));
    cipher.processAADBytes(associated, 0, associatedLength);
    int written = cipher.processBytes(content, offset, length, into, at);
    return written + cipher.doFinal(into, at + written);
  }
}
