/**
 * Writing catalogue entries out for others: one model of an entry, one streaming reader, and a
 * writer for each format. What an entry holds and who sees it is decided in {@code resource}.
 */
package org.govshare.catalog.export;
