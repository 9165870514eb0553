/** Tests of identifiers. */
package org.govshare.catalog.identifier;
