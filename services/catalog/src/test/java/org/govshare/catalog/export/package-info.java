/** What is written out, and to whom. */
package org.govshare.catalog.export;
