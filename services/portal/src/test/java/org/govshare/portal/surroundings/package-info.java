/** What the portal needs around it in tests: a database, an issuer of tokens, a service. */
package org.govshare.portal.surroundings;
