package org.govshare.catalog.statistics;

/** The numbers of one row of the compilation table; the code is absent in the total. */
record LibraryCounts(
    String code,
    long departments,
    long offices,
    long functions,
    long resources,
    long dataItems,
    long shareable,
    long open) {}
