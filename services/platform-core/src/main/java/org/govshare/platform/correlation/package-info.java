/** The identifier that ties together everything done for one request, in logs and messages. */
package org.govshare.platform.correlation;
