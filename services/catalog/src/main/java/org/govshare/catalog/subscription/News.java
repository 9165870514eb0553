package org.govshare.catalog.subscription;

import java.util.Map;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.resource.InformationResource;

/**
 * Something that happened to a resource.
 *
 * @param kind what
 * @param resource the version it happened to
 * @param arguments for the wording, beside those that all news have
 */
record News(NoticeKind kind, InformationResource resource, Map<String, String> arguments) {}
