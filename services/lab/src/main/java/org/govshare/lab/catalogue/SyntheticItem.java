package org.govshare.lab.catalogue;

/**
 * An item of a synthetic resource, in the words of the national template.
 *
 * @param name its name
 * @param field column it lies in
 * @param type one of the eleven kinds
 * @param length in characters, 0 for kinds without
 * @param description what it means
 */
public record SyntheticItem(
    String name, String field, String type, int length, String description) {}
