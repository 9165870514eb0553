package org.govshare.catalog.export.dcat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A page of the open catalogue. Pages follow each other by the series they end with, not by a
 * number, so that what is published or withdrawn between two pages makes nobody miss an entry.
 *
 * @param ids the published versions on it
 * @param total how many there are on all pages
 * @param query what asks for this page
 * @param first what asks for the first page
 * @param next what asks for the next page, empty on the last
 * @param last what asks for the last page
 */
record OpenPage(
    List<UUID> ids, long total, String query, String first, Optional<String> next, String last) {}
