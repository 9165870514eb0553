/**
 * What guards the portal's edge: forged requests from other sites, what counts as a script's
 * request, and the problem documents the edge answers with. Business rules belong to the services.
 */
package org.govshare.portal.security;
