/** Tests of identifiers in use. */
package org.govshare.catalog.lifecycle.identifier;
