/** Tests of compiling and reading resources. */
package org.govshare.catalog.resource;
