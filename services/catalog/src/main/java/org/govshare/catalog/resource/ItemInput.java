package org.govshare.catalog.resource;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A data item as its editor writes it.
 *
 * @param name what it is called, at most 100 characters
 * @param fieldName column it comes from; needed if the resource names its table
 * @param dataType one of the eleven kinds
 * @param length in characters or digits; needed for 字符型
 * @param sharingType the resource's if absent
 * @param sharingCondition needed for 有条件共享
 * @param legalBasis needed for 不予共享
 * @param openType the resource's if absent
 * @param sharingMethod the resource's if absent
 * @param openCondition 开放条件, the resource's if absent
 * @param updateFrequency the resource's if absent
 * @param description what it means, at most 1,000 characters
 * @param legalBasisId policy in the library that {@code legalBasis} quotes
 * @param dataElementId standard data element that it follows
 * @param codeTableId code table that its values are from
 */
@RegisterForReflection
public record ItemInput(
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
