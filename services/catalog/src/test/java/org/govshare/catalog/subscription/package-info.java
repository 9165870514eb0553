/** Tests of subscriptions and data updates. */
package org.govshare.catalog.subscription;
