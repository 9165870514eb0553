/** Copies of the catalogue's grants. What ends with a grant is not decided here. */
package org.govshare.exchange.grant;
