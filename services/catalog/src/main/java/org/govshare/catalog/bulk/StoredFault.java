package org.govshare.catalog.bulk;

import java.util.List;

/** A fault as it is kept. */
record StoredFault(
    int row,
    String column,
    String reason,
    List<Object> arguments,
    String value,
    String suggestion,
    int resourceRow) {}
