/**
 * How the catalogue follows its library: which resources cite an entry, which of them rest on what
 * has been repealed, and where an item deviates from the standard data element it claims to be.
 */
package org.govshare.catalog.conformity;
