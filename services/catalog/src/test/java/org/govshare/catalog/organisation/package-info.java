/** Tests of what departments consist of and do. */
package org.govshare.catalog.organisation;
