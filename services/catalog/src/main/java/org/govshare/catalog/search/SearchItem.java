package org.govshare.catalog.search;

/**
 * What an item is found by.
 *
 * @param name its name
 * @param fieldName column it comes from, may be absent
 * @param description may be absent
 */
public record SearchItem(String name, String fieldName, String description) {}
