/**
 * Identifiers of published resources: what they are made of, allotted once, free of gaps and never
 * again. What a category or a department is, is not known here.
 */
package org.govshare.catalog.identifier;
