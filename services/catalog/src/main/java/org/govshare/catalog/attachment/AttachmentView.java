package org.govshare.catalog.attachment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A file without its bytes.
 *
 * @param size in bytes, 0 until it has been uploaded
 * @param digest SHA-256 in hexadecimal, absent until it has been uploaded
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachmentView(
    UUID id,
    String ownerKind,
    UUID ownerId,
    String name,
    String contentType,
    long size,
    String digest,
    String uploadedBy,
    Instant uploadedAt) {}
