/** Who has which identifier, and where codes that arrived stand in each other's way. */
package org.govshare.catalog.lifecycle.identifier;
