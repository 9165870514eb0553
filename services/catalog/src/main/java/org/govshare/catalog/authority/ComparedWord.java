package org.govshare.catalog.authority;

/**
 * A word that names of items are compared by.
 *
 * @param meaning what it is compared as
 * @param whole whether it counts only where it is the whole name. So do the synonyms of standard
 *     data elements, for within a longer name they may mean something else
 */
record ComparedWord(String word, String meaning, boolean whole) {}
