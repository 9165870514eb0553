/** Tests of the package of the same name. */
package org.govshare.catalog.request;
