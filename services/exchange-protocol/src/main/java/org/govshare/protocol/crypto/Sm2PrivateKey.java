package org.govshare.protocol.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** An SM2 private key; the JDK has no such kind. */
record Sm2PrivateKey(ECPrivateKeyParameters scalar) implements PrivateKey {
  @Override
  public String getAlgorithm() {
    return Sm2.ALGORITHM;
  }

  @Override
  public String getFormat() {
    return "PKCS#8";
  }

  @Override
  public byte[] getEncoded() {
    try {
      return PrivateKeyInfoFactory.createPrivateKeyInfo(scalar).getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "an SM2 private key";
  }
}
