package org.govshare.catalog.identifier.scheme;

/**
 * What the identifier of one resource is made from.
 *
 * @param categoryCode code of its category
 * @param departmentSerial digits of its department
 * @param regionCode code of its department's region, or {@code null} if that is not known
 */
public record SegmentValues(String categoryCode, String departmentSerial, String regionCode) {}
