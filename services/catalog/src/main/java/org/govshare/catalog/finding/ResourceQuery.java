package org.govshare.catalog.finding;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;

/**
 * Which resources a caller wants to see. Of a filter with several values one must hold; an empty
 * one lets everything pass.
 *
 * @param words words that all occur in the name, abstract, keywords or items, in normal form
 * @param states where they stand
 * @param departments codes of the departments whose they are
 * @param categories codes of categories that they belong to, directly or further down
 * @param sharingTypes how they are shared
 * @param openTypes how they are opened
 * @param formats their format
 * @param dataStructures their structure
 * @param updateFrequencies how often they are brought up to date
 * @param published when they entered the catalogue
 */
record ResourceQuery(
    List<String> words,
    Set<ResourceState> states,
    Set<String> departments,
    Set<String> categories,
    Set<SharingType> sharingTypes,
    Set<OpenType> openTypes,
    Set<ResourceFormat> formats,
    Set<DataStructure> dataStructures,
    Set<UpdateFrequency> updateFrequencies,
    DateRange published) {

  /** The same, but published on the day of that moment or later. */
  ResourceQuery publishedSince(Instant since) {
    return new ResourceQuery(
        words,
        states,
        departments,
        categories,
        sharingTypes,
        openTypes,
        formats,
        dataStructures,
        updateFrequencies,
        published.since(since));
  }
}
