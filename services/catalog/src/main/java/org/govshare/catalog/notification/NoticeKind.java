package org.govshare.catalog.notification;

/**
 * What a notice is about. The wording of each kind is in {@code
 * META-INF/govshare/notices_<language>.properties}: {@code <KIND>.label} names the kind in the
 * settings, {@code <KIND>.title} and {@code <KIND>.text} take the notice's arguments by name.
 */
public enum NoticeKind {
  /** A resource subscribed to has a new version. */
  RESOURCE_VERSION,
  /** The same, and what rested on the former version may break. */
  RESOURCE_VERSION_BREAKING,
  /** A resource that matches a subscription was published. */
  RESOURCE_PUBLISHED,
  /** A resource subscribed to was withdrawn. */
  RESOURCE_WITHDRAWN,
  /** The data of a resource subscribed to or granted was updated. */
  DATA_UPDATED,
  /** What happened to subscriptions since the last digest. */
  SUBSCRIPTION_DIGEST
}
