/** Tests of the scheme of identifiers. */
package org.govshare.catalog.identifier.scheme;
