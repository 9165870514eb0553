/** What a department was granted, until when, and its revocation; told to the exchange. */
package org.govshare.catalog.grant;
