package org.govshare.catalog.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How many notices.
 *
 * @param count how many the caller has not read, or has read just now
 */
@RegisterForReflection
record NoticeCount(long count) {}
