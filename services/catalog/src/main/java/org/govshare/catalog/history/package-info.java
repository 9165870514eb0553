/**
 * Who changed what: the history of reference data, of a department's organisation and of the
 * library. The steps of a resource are not kept here; they are its life cycle.
 */
package org.govshare.catalog.history;
