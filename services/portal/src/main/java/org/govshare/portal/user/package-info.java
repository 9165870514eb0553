/** Who is signed in, as the pages need to know it. Rights are decided by the services. */
package org.govshare.portal.user;
