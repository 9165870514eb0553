/** Identifiers of published resources, allotted once, free of gaps and never again. */
package org.govshare.catalog.identifier;
