package org.govshare.monitoring.platform;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The whole platform in one row.
 *
 * @param domains domains there are
 * @param deployedServices services there are
 * @param runningServices of them, those not stopped
 */
@RegisterForReflection
record PlatformView(
    long domains,
    long deployedServices,
    long runningServices,
    long receivedMessages,
    long sentMessages,
    long receivedRows,
    long sentRows,
    long receivedBytes,
    long sentBytes) {}
