package org.govshare.catalog.bulk.xlsx;

/**
 * How much of a workbook is read at most. A workbook beyond a limit is refused, never cut off.
 *
 * @param unpackedLimit bytes of one part after unpacking, and of all together as declared
 * @param ratioLimit how many times larger than packed a part may be
 * @param entryLimit parts
 * @param sharedStringsLimit characters of all shared texts
 */
public record XlsxLimits(
    long unpackedLimit, int ratioLimit, int entryLimit, long sharedStringsLimit) {}
