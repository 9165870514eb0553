/**
 * How text is brought into a form in which every substring can be found, and the rows that are made
 * of it. Queries do not belong here.
 */
package org.govshare.catalog.search;
