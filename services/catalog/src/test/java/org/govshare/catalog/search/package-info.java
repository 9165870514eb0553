/** Tests of the normal form on its own. */
package org.govshare.catalog.search;
