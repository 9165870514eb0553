/**
 * The library that catalogue entries cite: policies and standards ({@code document}), standard data
 * elements ({@code element}) and code tables ({@code code}). What cites them is known to the
 * packages above only.
 */
package org.govshare.catalog.library;
