package org.govshare.protocol.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** An SM2 public key; the JDK has no such kind. */
record Sm2PublicKey(ECPublicKeyParameters point) implements PublicKey {
  @Override
  public String getAlgorithm() {
    return Sm2.ALGORITHM;
  }

  @Override
  public String getFormat() {
    return "X.509";
  }

  @Override
  public byte[] getEncoded() {
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(point).getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
