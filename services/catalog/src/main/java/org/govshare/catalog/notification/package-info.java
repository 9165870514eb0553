/**
 * Tells people what concerns them: notices on the platform, the same by e-mail where a person wants
 * that, and each person's settings. What is worth a notice is decided by the features; they call
 * {@link org.govshare.catalog.notification.Notices} in their own transaction.
 */
package org.govshare.catalog.notification;
