/** Code tables, their versions and the codes of each. */
package org.govshare.catalog.library.code;
