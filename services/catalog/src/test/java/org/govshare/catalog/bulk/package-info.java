/** Tests of the import of workbooks. */
package org.govshare.catalog.bulk;
