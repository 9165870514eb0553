/**
 * Passes the browser's API requests on to the services, with the session's access token in place of
 * its cookie. It neither reads nor changes what is passed on.
 */
package org.govshare.portal.proxy;
