/** Tests of the administrative division. */
package org.govshare.catalog.region;
