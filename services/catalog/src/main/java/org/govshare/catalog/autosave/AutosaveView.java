package org.govshare.catalog.autosave;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was typed.
 *
 * @param form which form
 * @param key which one of that form, for example the identity of what it edits
 * @param bytes its size
 * @param savedAt when it was saved
 * @param content what was typed, as it was sent; absent in lists
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AutosaveView(
    String form,
    String key,
    int bytes,
    Instant savedAt,
    @Schema(implementation = Object.class) JsonNode content) {}
