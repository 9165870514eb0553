/** Policies and standards: 政策法规 and 标准. */
package org.govshare.catalog.library.document;
