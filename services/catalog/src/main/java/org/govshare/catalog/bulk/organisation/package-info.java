/**
 * Import of business functions, matters and systems of a department from workbooks with one of them
 * in each row. Whole catalogues are imported in {@code bulk}.
 */
package org.govshare.catalog.bulk.organisation;
