/** Catalogue entries as DCAT-AP 3: the graph, its controlled vocabularies, the public catalogue. */
package org.govshare.catalog.export.dcat;
