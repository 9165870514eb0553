/**
 * What differs between two states of a resource: pure values, compared without a database. Whose
 * resources may be compared is decided by those who ask.
 */
package org.govshare.catalog.resource.difference;
