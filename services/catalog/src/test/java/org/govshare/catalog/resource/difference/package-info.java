/** Tests of comparing resources. */
package org.govshare.catalog.resource.difference;
