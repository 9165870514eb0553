/** DCAT-AP, read back with another library than the one that wrote it. */
package org.govshare.catalog.export.dcat;
