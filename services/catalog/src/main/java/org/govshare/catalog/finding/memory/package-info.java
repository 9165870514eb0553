/**
 * What is searched, in memory: the texts of all resources with the pairs of characters in them, and
 * what they are counted and ordered by. Knows nothing of queries, callers or the database.
 */
package org.govshare.catalog.finding.memory;
