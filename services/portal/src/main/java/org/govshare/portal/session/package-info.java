/**
 * Sessions on the server: the browser holds a random identifier, the database its hash and the
 * encrypted tokens. Whoever needs a token takes it from the security identity, not from here.
 */
package org.govshare.portal.session;
