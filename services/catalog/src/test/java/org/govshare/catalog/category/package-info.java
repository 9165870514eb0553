/** Tests of the classification. */
package org.govshare.catalog.category;
