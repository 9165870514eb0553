/** Tests of the import of functions, matters and systems. */
package org.govshare.catalog.bulk.organisation;
