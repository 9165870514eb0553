/**
 * Takes messages from the broker, once each and in a transaction, and hands them to the feature
 * they\n * are for. What a message means does not belong here.
 */
package org.govshare.monitoring.intake;
