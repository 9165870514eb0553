package org.govshare.catalog.bulk;

import java.util.UUID;

/**
 * What a reading has left ready.
 *
 * @param id the reading
 * @param parts how many parts
 * @param against state of what it was checked against
 */
record Staged(UUID id, int parts, String against) {}
