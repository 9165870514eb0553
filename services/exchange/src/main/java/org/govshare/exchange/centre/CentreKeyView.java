package org.govshare.exchange.centre;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * By what the exchange is known.
 *
 * @param keyId fingerprint of the key it signs with, absent if it has none
 * @param publicKeys its key and those that follow or precede it, base64 of X.509
 *     SubjectPublicKeyInfo
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CentreKeyView(String keyId, List<String> publicKeys) {}
