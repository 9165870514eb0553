/**
 * Finding resources: by words, by filters, with counted facets, page by page. How text is made
 * findable belongs to {@code search}; what is found, to {@code resource}.
 */
package org.govshare.catalog.finding;
