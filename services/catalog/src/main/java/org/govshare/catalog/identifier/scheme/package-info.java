/** What the digits of an identifier are made of, and the check of one against that. */
package org.govshare.catalog.identifier.scheme;
