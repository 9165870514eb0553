/**
 * Drafts proposed from what a department's database is made of: tables described by DDL or by the
 * inventory of its node. A proposal becomes a draft by the same rules as one written by hand.
 */
package org.govshare.catalog.proposal;
