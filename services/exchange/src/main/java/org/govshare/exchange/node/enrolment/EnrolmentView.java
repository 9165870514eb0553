package org.govshare.exchange.node.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.platform.version.Versioned;

/**
 * The taking in of a node.
 *
 * @param id its identifier
 * @param node code of the node
 * @param name name of the node
 * @param department code of its department
 * @param state how far it is
 * @param registrationCode the code for the agent's configuration; shown when it is given out, and
 *     never again
 * @param expiresAt until when the code is good
 * @param keyId fingerprint of the signing key that the node answered with, absent before
 * @param gmKeyId that of its SM2 key, by SM3
 * @param issuedBy who gave the code out
 * @param issuedAt when
 * @param claimedAt when the node answered
 * @param decidedBy who confirmed or called off
 * @param decidedAt when
 * @param revision the number in its {@code ETag}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NodeEnrolment")
public record EnrolmentView(
    UUID id,
    String node,
    String name,
    String department,
    EnrolmentState state,
    String registrationCode,
    Instant expiresAt,
    String keyId,
    String gmKeyId,
    String issuedBy,
    Instant issuedAt,
    Instant claimedAt,
    String decidedBy,
    Instant decidedAt,
    long revision)
    implements Versioned {}
