/** Tests of annotated workbooks. */
package org.govshare.catalog.bulk.annotation;
