/**
 * 校核: a department that uses an item reports a wrong value, the provider answers in time, and the
 * authority arbitrates where they do not agree. What the rows hold stays within the two
 * departments.
 */
package org.govshare.catalog.objection;
