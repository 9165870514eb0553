package org.govshare.catalog.bulk.reading;

/**
 * What a reading saw of a workbook.
 *
 * @param sheet name of the sheet in the template, {@code null} if there is none
 * @param path of that sheet's part
 * @param headerRow row of its headings
 * @param width columns that have a heading
 * @param resources how many it holds
 * @param items how many they have
 */
public record Outline(
    String sheet, String path, int headerRow, int width, int resources, long items) {}
