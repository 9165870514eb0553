/** Keycloak as a child process, and the realm it imports at its first start. */
package org.govshare.standalone.keycloak;
