package org.govshare.catalog.bulk.xlsx;

/**
 * A sheet of a workbook.
 *
 * @param name as on its tab
 * @param path of its part
 * @param hidden whether users do not see it
 */
public record SheetName(String name, String path, boolean hidden) {}
