package org.govshare.catalog.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** A data item as readers of its resource see it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemView(
    UUID id,
    String name,
    String fieldName,
    DataType dataType,
    Integer length,
    SharingType sharingType,
    String sharingCondition,
    String legalBasis,
    OpenType openType,
    SharingMethod sharingMethod,
    String openCondition,
    UpdateFrequency updateFrequency,
    String description,
    UUID legalBasisId,
    UUID dataElementId,
    UUID codeTableId) {}
