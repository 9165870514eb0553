/**
 * Import of whole catalogues from workbooks in the national template: a dry run that finds every
 * fault, then the import itself in bulk, and its undoing. Export does not belong here.
 */
package org.govshare.catalog.bulk;
