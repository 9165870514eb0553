package org.govshare.catalog.resource;

import io.quarkus.runtime.annotations.RegisterForReflection;

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
    OpenType openType) {}
