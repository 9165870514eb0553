/** The exchange's own signing key: what it signs with it belongs to the features. */
package org.govshare.exchange.centre;
