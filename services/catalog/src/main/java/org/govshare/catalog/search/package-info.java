/**
 * How text is brought into a form in which every substring can be found. Queries do not belong
 * here.
 */
package org.govshare.catalog.search;
