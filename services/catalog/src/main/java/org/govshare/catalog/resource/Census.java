package org.govshare.catalog.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * 普查数据: how much a resource holds; the number of its rows is {@code rowCount} of the resource.
 *
 * @param storageGb 数据存储总量, in GB
 * @param sharedStorageGb 已共享数据存储量, in GB
 * @param sharedRows 已共享结构化记录数
 * @param openStorageGb 已开放数据存储量, in GB
 * @param openRows 已开放结构化记录数
 */
@Embeddable
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Census(
    @Column(name = "storage_gb") BigDecimal storageGb,
    @Column(name = "shared_storage_gb") BigDecimal sharedStorageGb,
    @Column(name = "shared_rows") Long sharedRows,
    @Column(name = "open_storage_gb") BigDecimal openStorageGb,
    @Column(name = "open_rows") Long openRows) {}
