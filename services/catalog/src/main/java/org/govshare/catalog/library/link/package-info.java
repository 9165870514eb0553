/** Checks what catalogue entries cite. */
package org.govshare.catalog.library.link;
