package org.govshare.catalog.identifier.scheme;

/** How many identifiers begin with the same sixteen digits, and one of them. */
record AllottedPrefix(String prefix, long count, String example) {}
