package org.govshare.catalog.resource;

/** How many published resources and items a department has with one sharing and one open type. */
public record PublishedCount(
    String departmentCode,
    SharingType sharingType,
    OpenType openType,
    long resources,
    long items) {}
