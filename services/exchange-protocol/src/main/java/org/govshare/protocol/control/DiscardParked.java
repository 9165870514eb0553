package org.govshare.protocol.control;

import java.util.UUID;

/**
 * Command to a target to give up parked rows of a service.
 *
 * @param orderId who asked for it and why is kept under this number
 * @param serviceId the service
 * @param dataSource code of the receiver's own data source
 * @param schema schema of the receiver's own table
 * @param table the receiver's own table
 * @param runId only those that this run brought, or null
 * @param reason only those with this reason, or null
 */
public record DiscardParked(
    UUID orderId,
    UUID serviceId,
    String dataSource,
    String schema,
    String table,
    UUID runId,
    String reason) {}
