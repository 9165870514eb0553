package org.govshare.catalog.resource;

import java.util.List;
import java.util.Optional;

/**
 * Which resources a list holds.
 *
 * @param words words that all occur in name, abstract or item names, in normal form
 * @param state where they stand
 * @param department whose they are
 * @param sharingType how they are shared
 */
record ResourceQuery(
    List<String> words,
    ResourceState state,
    Optional<String> department,
    Optional<SharingType> sharingType) {}
