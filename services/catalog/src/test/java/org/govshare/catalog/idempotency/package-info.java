/** Tests of requests that are done once. */
package org.govshare.catalog.idempotency;
